import type { RowError, RowErrorCode } from "@bochiso/shared/submission";
import type { Text } from "@bochiso/shared/text";
import type { DecodedBody } from "../decode/decoded-body.ts";
import { LIMITS } from "../limits.ts";
import { ROW_ERROR_TEXT } from "./row-error-text.ts";

/** Where and what: `dimension` points into the breakdown, `field` at the row's field, neither at the row. */
export interface Fault {
  row: number;
  code: RowErrorCode;
  field?: string;
  dimension?: string;
  got?: string;
  expected?: string;
  nearest?: string | null;
  /** A reason more telling than the code's own sentence. */
  reason?: Text;
}

/** A fault and where it stands in what was sent. */
interface Placed {
  fault: Fault;
  pointer: string;
}

/**
 * Collects every fault of every row: all are counted, the first 1,000 in the order of rows (then of pointers) are listed,
 * whichever rule found them first.
 */
export class ErrorCollector {
  readonly #body: Pick<DecodedBody, "rows" | "pointers">;
  /** Holds the faults to be listed, and up to as many again before those are sorted out. */
  #placed: Placed[] = [];
  /** Once enough are held: what stands after this one is counted only. */
  #last: Placed | null = null;
  #faultyRows = new Set<number>();
  #rowsByCode = new Map<RowErrorCode, number[]>();
  #count = 0;

  constructor(body: Pick<DecodedBody, "rows" | "pointers">) {
    this.#body = body;
  }

  /** A copy to go on with in a unit of work that may run more than once. */
  fork(): ErrorCollector {
    const copy = new ErrorCollector(this.#body);
    copy.adopt(this);
    return copy;
  }

  /** Takes over everything another collector holds in place of its own. */
  adopt(other: ErrorCollector): void {
    this.#placed = [...other.#placed];
    this.#last = other.#last;
    this.#count = other.#count;
    this.#faultyRows = new Set(other.#faultyRows);
    this.#rowsByCode = new Map([...other.#rowsByCode].map(([code, rows]) => [code, [...rows]]));
  }

  /** False once faults of this row are only counted: hints for them need not be worked out. */
  wantsHints(row: number): boolean {
    return this.#last === null || row <= this.#last.fault.row;
  }

  /** A row as people count them, from 1, and where to find it in what was sent. */
  rowInWords(row: number): Text {
    const { rows, pointers } = this.#body;
    const line = rows[row]?.line;
    const pointer = pointers.field(row, "");
    const place =
      line === undefined
        ? { vi: pointer, en: pointer }
        : { vi: `dòng ${line} của tệp`, en: `line ${line} of the file` };
    return { vi: `dòng ${row + 1} (${place.vi})`, en: `row ${row + 1} (${place.en})` };
  }

  get count(): number {
    return this.#count;
  }

  /** Whether a row has a fault so far: rules on stored values look at sound rows only. */
  isFaulty(row: number): boolean {
    return this.#faultyRows.has(row);
  }

  report(fault: Fault): void {
    this.#count += 1;
    this.#faultyRows.add(fault.row);
    const rows = this.#rowsByCode.get(fault.code);
    if (rows === undefined) this.#rowsByCode.set(fault.code, [fault.row]);
    else rows.push(fault.row);
    this.#place(fault);
  }

  /** Rows that had a fault of this code, all of them. */
  rowsWith(code: RowErrorCode): readonly number[] {
    return this.#rowsByCode.get(code) ?? [];
  }

  has(code: RowErrorCode): boolean {
    return this.#rowsByCode.has(code);
  }

  /** The faults to be listed, in the order of rows, then of pointers, as they stand in what was sent. */
  sorted(): RowError[] {
    return this.#placed
      .toSorted(inOrder)
      .slice(0, LIMITS.errorsListed)
      .map((it) => this.#inWords(it));
  }

  #place(fault: Fault): void {
    if (!this.wantsHints(fault.row)) return;
    const placed = { fault, pointer: this.#pointerOf(fault) };
    if (this.#last !== null && inOrder(placed, this.#last) >= 0) return;
    this.#placed.push(placed);
    if (this.#placed.length === LIMITS.errorsListed || this.#placed.length === 2 * LIMITS.errorsListed) {
      this.#placed = this.#placed.sort(inOrder).slice(0, LIMITS.errorsListed);
      this.#last = this.#placed.at(-1) ?? null;
    }
  }

  #pointerOf({ row, field, dimension }: Fault): string {
    const { rows, pointers } = this.#body;
    if (dimension !== undefined) return pointers.dimension(row, dimension);
    return pointers.field(row, (field === "note" ? rows[row]?.noteIn : undefined) ?? field ?? "");
  }

  #inWords({ fault, pointer }: Placed): RowError {
    const line = this.#body.rows[fault.row]?.line;
    const field = fault.dimension ?? fault.field;
    const facts = {
      ...optional("field", field),
      ...optional("got", clip(fault.got)),
      ...optional("expected", fault.expected),
    };
    const text = fault.reason ?? ROW_ERROR_TEXT[fault.code](facts);
    return {
      pointer,
      row: fault.row,
      ...(line === undefined ? {} : { line }),
      code: fault.code,
      detail: text.en,
      detailVi: text.vi,
      ...optional("got", facts.got),
      ...optional("expected", fault.expected),
      ...optional("nearest", fault.nearest ?? undefined),
    };
  }
}

function inOrder(a: Placed, b: Placed): number {
  if (a.fault.row !== b.fault.row) return a.fault.row - b.fault.row;
  if (a.pointer === b.pointer) return 0;
  return a.pointer < b.pointer ? -1 : 1;
}

function optional<N extends string>(name: N, value: string | undefined): { [K in N]?: string } {
  const part: { [K in N]?: string } = {};
  if (value !== undefined) part[name] = value;
  return part;
}

/** An answer does not echo kilobytes back. */
function clip(got: string | undefined): string | undefined {
  return got !== undefined && got.length > 120 ? `${got.slice(0, 119)}…` : got;
}
