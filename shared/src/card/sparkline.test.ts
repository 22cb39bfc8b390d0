import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Period } from "../period/period.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { periodId } from "../period/period-id.ts";
import { completeness, SPARK_PERIODS, sparkline } from "./sparkline.ts";
import { aDefinition, aSeries } from "./testing/index.ts";

describe("the thirteen periods of a sparkline", () => {
  const values = fc.array(fc.option(fc.integer({ min: 1, max: 9 }), { freq: 3 }), { minLength: 1, maxLength: 30 });
  const shown = (list: readonly unknown[]): Period => ({
    type: "month",
    ordinal: periodFromId("2024-01", "month").ordinal + list.length - 1,
  });

  it("end with the one shown, follow each other, and mark the one of a year ago", () => {
    fc.assert(
      fc.property(values, (list) => {
        const { points } = sparkline(aDefinition(), aSeries("2024-01", list), shown(list));
        expect(points).toHaveLength(SPARK_PERIODS);
        expect(points.at(-1)?.period).toBe(periodId(shown(list)));
        expect(points.filter((point) => point.samePeriodLastYear).map(({ period }) => period)).toEqual([
          points[0]?.period,
        ]);
        expect(points.map(({ value }) => value).slice(-list.length)).toEqual(list.slice(-SPARK_PERIODS));
      }),
    );
  });

  it("count as complete where there is no gap since the first, however young the series", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 30 }), (list) => {
        const { have, of } = completeness(aSeries("2024-01", list), shown(list).ordinal);
        expect([have, of]).toEqual([Math.min(list.length, SPARK_PERIODS), Math.min(list.length, SPARK_PERIODS)]);
      }),
    );
  });

  it("never count more than there are, and each gap once", () => {
    fc.assert(
      fc.property(
        values.filter((list) => list.at(-1) !== null),
        (list) => {
          const seen = list.slice(list.findIndex((it) => it !== null)).slice(-SPARK_PERIODS);
          const { have, of } = completeness(aSeries("2024-01", list), shown(list).ordinal);
          expect(of - have).toBe(seen.filter((it) => it === null).length);
        },
      ),
    );
  });

  it.each([
    ["amount", "bars"],
    ["count", "bars"],
    ["difference", "bars"],
    ["ratio_pct", "line"],
    ["index_pct", "line"],
    ["level", "line"],
  ])("are drawn of a value of type %s as %s", (valueType, kind) => {
    const period = periodFromId("2024-01", "month");
    expect(sparkline(aDefinition({ valueType }), new Map(), period).kind).toBe(kind);
  });
});
