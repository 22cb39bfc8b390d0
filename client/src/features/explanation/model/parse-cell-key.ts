import { AreaCode } from "@bochiso/shared/area";
import { type BreakdownKey, breakdownKey } from "@bochiso/shared/breakdown";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { Origin } from "@bochiso/shared/observation";
import { parsePeriod, periodId } from "@bochiso/shared/period";
import type { ExplainInput, Measure } from "../../../lib/source/index.ts";

const MEASURES: readonly Measure[] = ["value", "same-period-last-year", "previous-period"];
const BREAKDOWN = /^[^=;~]+=[^=;~]+(;[^=;~]+=[^=;~]+)*$/;

const COMMIT = /^\d{0,15}$/;

/** The canonical key of a breakdown as written in an address; null when it is none. */
function readBreakdown(text: string): BreakdownKey | null {
  if (text === "") return breakdownKey({});
  if (!BREAKDOWN.test(text)) return null;
  return breakdownKey(Object.fromEntries(text.split(";").map((part) => part.split("=", 2))));
}

/** Reads `?giaithich=`; null when it addresses nothing. */
export function parseCellKey(text: string): ExplainInput | null {
  const [code = "", areaText = "", breakdownText = "", periodText = "", measureText = "", ...view] = text.split("~");
  const [asOfText = "", originText = ""] = view;
  const indicator = IndicatorCode.safeParse(code).data;
  const area = AreaCode.safeParse(areaText).data;
  const breakdown = readBreakdown(breakdownText);
  const period = parsePeriod(periodText);
  const measure = MEASURES.find((each) => each === measureText);
  const origin = Origin.safeParse(originText).data;
  if (!COMMIT.test(asOfText) || (originText !== "" && origin === undefined) || view.length > 2) return null;
  if (!indicator || !area || breakdown === null || !period.ok || !measure) return null;
  return {
    indicator,
    area,
    breakdown,
    period: periodId(period.period),
    measure,
    ...(asOfText === "" ? {} : { asOf: Number(asOfText) }),
    ...(origin === undefined ? {} : { origin }),
  };
}
