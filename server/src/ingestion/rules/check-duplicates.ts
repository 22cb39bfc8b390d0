import { ROWS_PER_STEP } from "../../platform/slices.ts";
import type { ResolvedRow, RowSeries } from "../submitted-row.ts";
import type { ErrorCollector, Fault } from "./error-collector.ts";

/**
 * A batch says one thing about a cell: the first row stands, every later one is reported with the place of the first. Rows
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
    else
      errors.report({ row: row.row, code: "duplicate-in-batch", got: cellText(row), ...alreadyIn(first, row, errors) });
  }
}

function alreadyIn(first: number, { row }: ResolvedRow, errors: ErrorCollector): Pick<Fault, "reason"> {
  if (!errors.wantsHints(row)) return {};
  const { vi, en } = errors.rowInWords(first);
  return {
    reason: {
      vi: `Số liệu của ô này đã có ở ${vi} trong cùng lượt gửi; mỗi ô chỉ gửi một dòng.`,
      en: `The same cell is already in ${en} of this submission; a cell takes one row.`,
    },
  };
}

function cellText({ indicator, area, breakdownKey, scenario, periodId }: ResolvedRow): string {
  return [indicator, area, breakdownKey, scenario, periodId].filter((part) => part !== "").join(" ");
}
