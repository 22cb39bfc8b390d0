import type { ErrorCollector, Fault } from "../rules/error-collector.ts";
import { nearestCode } from "../rules/nearest-code.ts";
import type { ParsedRow } from "../submitted-row.ts";

/** Reports faults of the rows of one batch, with what was probably meant: worked out once per text, and only where it is listed. */
export class RowFaults {
  readonly #errors: ErrorCollector;
  readonly #nearest = new Map<string, string | null>();
  #count = 0;

  constructor(errors: ErrorCollector) {
    this.#errors = errors;
  }

  /** Faults reported so far. */
  get count(): number {
    return this.#count;
  }

  report(row: ParsedRow, fault: Omit<Fault, "row">): void {
    this.#count += 1;
    this.#errors.report({ row: row.row, ...fault });
  }

  /** False once faults of this row are only counted. */
  wantsHints(row: ParsedRow): boolean {
    return this.#errors.wantsHints(row.row);
  }

  /** The known name nearest to what was written; `kind` keeps names of different kinds apart. */
  nearest(
    row: ParsedRow,
    asked: { kind: string; written: string; known: ReadonlyMap<string, unknown> | ReadonlySet<string> },
  ): string | null {
    if (!this.wantsHints(row)) return null;
    const { kind, written, known } = asked;
    const key = `${kind} ${written}`;
    let nearest = this.#nearest.get(key);
    if (nearest === undefined) {
      nearest = nearestCode(written, known.keys());
      this.#nearest.set(key, nearest);
    }
    return nearest;
  }
}
