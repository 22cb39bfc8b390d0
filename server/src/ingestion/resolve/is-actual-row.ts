import type { ParsedRow } from "../submitted-row.ts";

/** Whether the rules for actual values apply to a row; where its scenario could not be read they do not. */
export function isActualRow(row: Pick<ParsedRow, "scenario" | "unread">): boolean {
  return row.scenario === "actual" && !row.unread.has("scenario");
}
