import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { Period } from "../period/period.ts";
import { periodId } from "../period/period-id.ts";
import { samePeriodLastYear } from "../period/same-period-last-year.ts";
import { shiftPeriod } from "../period/shift-period.ts";
import type { CardModel } from "../screen/card.ts";
import { type CardSeries, numberAt } from "./card-point.ts";

/** Periods of a sparkline: the one shown and twelve before, so that months reach the same month of last year. */
export const SPARK_PERIODS = 13;

const BARS: ReadonlySet<string> = new Set(["amount", "count", "difference"]);

/**
 * The last 13 periods up to the one shown; gaps stay gaps (null). Bars for amounts, counts and differences (around zero), a line for rates,
 * indices, scores and levels.
 */
export function sparkline(
  definition: Pick<IndicatorDefinition, "valueType">,
  series: CardSeries,
  shown: Period,
): CardModel["sparkline"] {
  const lastYear = samePeriodLastYear(shown)?.ordinal;
  const points = Array.from({ length: SPARK_PERIODS }, (_, index) => {
    const period = shiftPeriod(shown, index - SPARK_PERIODS + 1);
    return {
      period: periodId(period),
      value: numberAt(series, period.ordinal),
      status: series.get(period.ordinal)?.status ?? null,
      samePeriodLastYear: period.ordinal === lastYear,
    };
  });
  return { kind: BARS.has(definition.valueType) ? "bars" : "line", points };
}

/**
 * How much is there of what the card shows: areas of a roll-up (a recast tells its units in `made`), else periods of the last 13. A series younger than
 * 13 periods is complete when it has no gap since its first one.
 */
export function completeness(series: CardSeries, shown: number): CardModel["completeness"] {
  const { way, coverage } = series.get(shown) ?? { way: null, coverage: null };
  if (way === "roll-up" && coverage !== null) return { have: coverage.have, of: coverage.of, what: "areas" };
  let have = 0;
  let first = shown;
  for (const ordinal of series.keys()) {
    if (ordinal > shown || numberAt(series, ordinal) === null) continue;
    first = Math.min(first, ordinal);
    if (ordinal > shown - SPARK_PERIODS) have += 1;
  }
  return { have, of: Math.min(SPARK_PERIODS, shown - first + 1), what: "periods" };
}
