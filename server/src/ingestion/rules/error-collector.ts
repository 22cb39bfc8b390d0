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

/** Collects every fault of every row; the first 1,000 are kept in words, all are counted. */
export class ErrorCollector {
  readonly errors: RowError[] = [];
  readonly #body: Pick<DecodedBody, "rows" | "pointers">;
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
    this.errors.splice(0, this.errors.length, ...other.errors);
    this.#count = other.#count;
    this.#faultyRows = new Set(other.#faultyRows);
    this.#rowsByCode = new Map([...other.#rowsByCode].map(([code, rows]) => [code, [...rows]]));
  }

  /** False once faults are only counted: hints for them need not be worked out. */
  get wantsHints(): boolean {
    return this.errors.length < LIMITS.errorsListed;
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
    if (this.errors.length < LIMITS.errorsListed) this.errors.push(this.#inWords(fault));
  }

  /** Rows that had a fault of this code, all of them. */
  rowsWith(code: RowErrorCode): readonly number[] {
    return this.#rowsByCode.get(code) ?? [];
  }

  has(code: RowErrorCode): boolean {
    return this.#rowsByCode.has(code);
  }

  /** In the order of rows, as they stand in what was sent. */
  sorted(): RowError[] {
    return this.errors.toSorted((a, b) => a.row - b.row);
  }

  #inWords(fault: Fault): RowError {
    const { pointers, rows } = this.#body;
    const line = rows[fault.row]?.line;
    const field = fault.dimension ?? fault.field;
    const facts = {
      ...optional("field", field),
      ...optional("got", clip(fault.got)),
      ...optional("expected", fault.expected),
    };
    const text = fault.reason ?? ROW_ERROR_TEXT[fault.code](facts);
    return {
      pointer:
        fault.dimension === undefined
          ? pointers.field(fault.row, fault.field ?? "")
          : pointers.dimension(fault.row, fault.dimension),
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

function optional<N extends string>(name: N, value: string | undefined): { [K in N]?: string } {
  const part: { [K in N]?: string } = {};
  if (value !== undefined) part[name] = value;
  return part;
}

/** An answer does not echo kilobytes back. */
function clip(got: string | undefined): string | undefined {
  return got !== undefined && got.length > 120 ? `${got.slice(0, 119)}…` : got;
}
