import { canonicalJson } from "@bochiso/shared/json";
import type { ResolvedRow, RowSeries } from "../submitted-row.ts";

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
  const { area, rest, scenario } = seriesForm(row);
  const value = row.value === null ? "null" : `"${row.value.canonical}"`;
  const status = row.retract ? "null" : `"${row.status}"`;
  const note = row.note === null ? "null" : canonicalJson(row.note);
  const window = row.window === null ? "null" : canonicalJson(row.window);
  // Members in UTF-16 order of their names, written out: this runs once per row of every batch. No period id needs an escape.
  return (
    `{"area":${area},"baseYear":${row.baseYear},${rest},"note":${note},"period":"${row.periodId}",` +
    `"retract":${row.retract},"scenario":${scenario},"status":${status},"value":${value},"window":${window}}`
  );
}

/** What is the same in all rows of a series. */
interface SeriesForm {
  readonly area: string;
  /** The members from `breakdown` to `indicator`. */
  readonly rest: string;
  readonly scenario: string;
}

const forms = new WeakMap<RowSeries, SeriesForm>();

function seriesForm({ series, breakdown }: ResolvedRow): SeriesForm {
  const known = forms.get(series);
  if (known !== undefined) return known;
  const codes = Object.fromEntries(Object.entries(breakdown).filter(([, code]) => code !== "_T"));
  const form = {
    area: canonicalJson(series.area),
    rest: `"breakdown":${canonicalJson(codes)},"indicator":${canonicalJson(series.indicator)}`,
    scenario: canonicalJson(series.scenario),
  };
  forms.set(series, form);
  return form;
}
