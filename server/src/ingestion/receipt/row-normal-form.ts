import { canonicalJson } from "@bochiso/shared/json";
import type { ResolvedRow } from "../submitted-row.ts";

/**
 * The normal form of a row, as canonical JSON (RFC 8785): the leaf of `rowsRoot`. Every member is always there, so a row
 * that spells out a default equals one that leaves it out, whatever the format:
 *
 * - `area`, `indicator`: codes; `period`: canonical id; `scenario`: default filled
 * - `breakdown`: dimension → code without totals
 * - `value`: canonical decimal text (no exponent, no leading or trailing zeros, no `-0`), null for missing or retracted
 * - `status`: default filled, null in a retraction; `note`, `window`, `baseYear`: null where absent
 */
export function rowNormalForm(row: ResolvedRow): string {
  const breakdown = canonicalJson(
    Object.fromEntries(Object.entries(row.breakdown).filter(([, code]) => code !== "_T")),
  );
  const value = row.value === null ? "null" : `"${row.value.canonical}"`;
  const status = row.retract ? "null" : `"${row.status}"`;
  const window = row.window === null ? "null" : canonicalJson(row.window);
  // Members in UTF-16 order of their names, written out: this runs once per row of every batch.
  return (
    `{"area":${canonicalJson(row.area)},"baseYear":${row.baseYear},"breakdown":${breakdown},` +
    `"indicator":${canonicalJson(row.indicator)},"note":${canonicalJson(row.note)},"period":${canonicalJson(row.periodId)},` +
    `"retract":${row.retract},"scenario":"${row.scenario}","status":${status},"value":${value},"window":${window}}`
  );
}
