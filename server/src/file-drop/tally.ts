import type { Findings } from "./findings.ts";

const TALLIED = [
  "formula",
  "percent-cell",
  "filled-down",
  "area-padded",
  "names-read",
  "status-in-note",
  "hidden-rows",
] as const;

/** What is told once for a table, with the first cell. */
export class Tally {
  readonly #first = new Map<string, string>();
  readonly #count = new Map<string, number>();
  readonly #met = new Set<string>();

  note(code: (typeof TALLIED)[number], place: string): void {
    if (!this.#first.has(code)) this.#first.set(code, place);
    this.#count.set(code, (this.#count.get(code) ?? 0) + 1);
  }

  /** Whether something is met for the first time in this table. */
  isFirst(what: string): boolean {
    const before = this.#met.size;
    return this.#met.add(what).size > before;
  }

  tell(findings: Findings): void {
    for (const code of TALLIED) {
      const count = this.#count.get(code);
      if (count !== undefined) findings.add(code, this.#first.get(code) ?? null, String(count));
    }
  }
}
