import type { IndicatorListRow } from "@bochiso/shared/screen";
import { matchesFolded } from "../../../lib/text/index.ts";

/** What the address asks to see of the list. */
export interface ListFilter {
  text: string;
  domain: string | null;
  withData: boolean;
}

/** Whether a row has figures. */
export const hasFigures = (row: IndicatorListRow): boolean => row.latest?.hasData === true;

/** The rows that pass the filter, by domain in the order of their first row. */
export function chooseRows(
  rows: readonly IndicatorListRow[],
  filter: ListFilter,
): { domain: string; rows: IndicatorListRow[] }[] {
  const chosen = rows.filter(
    (row) =>
      (filter.domain === null || row.domain === filter.domain) &&
      (!filter.withData || hasFigures(row)) &&
      matchesFolded([row.name.vi, row.name.en, row.code, row.agencyName.vi].join(" "), filter.text),
  );
  const domains = new Map<string, IndicatorListRow[]>();
  for (const row of chosen) domains.set(row.domain, [...(domains.get(row.domain) ?? []), row]);
  return [...domains].map(([domain, own]) => ({ domain, rows: own }));
}
