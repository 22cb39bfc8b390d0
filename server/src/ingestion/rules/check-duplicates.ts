import { ROWS_PER_STEP } from "../../platform/slices.ts";
import type { ResolvedRow, RowSeries } from "../submitted-row.ts";
import type { ErrorCollector } from "./error-collector.ts";

/**
 * A batch says one thing about a cell: the first row stands, every later one is reported with the number of the first. Rows
 * that were refused before say nothing about their cell.
 */
export function* checkDuplicates(rows: readonly ResolvedRow[], errors: ErrorCollector): Generator<void, void> {
  const firstRows = new Map<RowSeries, Map<number, number>>();
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_PER_STEP === 0) yield;
    if (errors.isFaulty(row.row)) continue;
    let ofSeries = firstRows.get(row.series);
    if (ofSeries === undefined) {
      ofSeries = new Map();
      firstRows.set(row.series, ofSeries);
    }
    const first = ofSeries.get(row.at.ordinal);
    if (first === undefined) ofSeries.set(row.at.ordinal, row.row);
    else errors.report({ row: row.row, code: "duplicate-in-batch", got: cellText(row), expected: String(first) });
  }
}

function cellText(row: ResolvedRow): string {
  return `${row.indicator} ${row.area} ${row.breakdownKey} ${row.scenario} ${row.periodId}`;
}
