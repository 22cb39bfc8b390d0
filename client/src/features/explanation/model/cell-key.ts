import { AreaCode } from "@bochiso/shared/area";
import { breakdownKey, parseBreakdownKey, type BreakdownKey } from "@bochiso/shared/breakdown";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { parsePeriod, periodId } from "@bochiso/shared/period";
import type { CellRef } from "@bochiso/shared/screen";
import type { ExplainInput, Measure } from "../../../lib/source/index.ts";

const MEASURES: readonly Measure[] = ["value", "same-period-last-year", "previous-period"];

/** A cell and a measure as the text of `?giaithich=`; `~` occurs in none of the parts. */
export function cellKey(cell: CellRef, measure: Measure = "value"): string {
  return [cell.indicator, cell.area, cell.breakdown, cell.period, measure].join("~");
}

function canonicalBreakdown(text: string): BreakdownKey | null {
  if (text !== "" && !/^[^=;~]+=[^=;~]+(;[^=;~]+=[^=;~]+)*$/.test(text)) return null;
  return breakdownKey(parseBreakdownKey(breakdownOf(text)));
}

/** The breakdown text of an address is canonicalised right after, so an odd order of dimensions does no harm. */
function breakdownOf(text: string): BreakdownKey {
  return text as BreakdownKey;
}

/** Reads `?giaithich=`; null when it addresses nothing. */
export function parseCellKey(text: string): ExplainInput | null {
  const [code = "", areaText = "", breakdownText = "", periodText = "", measureText = ""] = text.split("~");
  const indicator = IndicatorCode.safeParse(code).data;
  const area = AreaCode.safeParse(areaText).data;
  const breakdown = canonicalBreakdown(breakdownText);
  const period = parsePeriod(periodText);
  const measure = MEASURES.find((each) => each === measureText);
  if (!indicator || !area || breakdown === null || !period.ok || !measure) return null;
  return { indicator, area, breakdown, period: periodId(period.period), measure };
}
