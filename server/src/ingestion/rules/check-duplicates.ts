import type { ResolvedRow } from "../submitted-row.ts";
import type { ErrorCollector } from "./error-collector.ts";

/** What makes two rows speak of one cell. */
export function cellText(row: ResolvedRow): string {
  return `${row.indicator} ${row.area} ${row.breakdownKey} ${row.scenario} ${row.periodId}`;
}

/** A batch says one thing about a cell: the first row stands, every later one is reported with the number of the first. */
export function checkDuplicates(rows: readonly ResolvedRow[], errors: ErrorCollector): void {
  const firstRowOf = new Map<string, number>();
  for (const row of rows) {
    const cell = cellText(row);
    const first = firstRowOf.get(cell);
    if (first === undefined) firstRowOf.set(cell, row.row);
    else errors.report({ row: row.row, code: "duplicate-in-batch", got: cell, expected: String(first) });
  }
}
