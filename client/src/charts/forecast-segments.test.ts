import { describe, expect, it } from "vitest";
import type { ForecastChartPoint } from "./forecast-chart-props.ts";
import { fanPoints, segmentsOf, standsAlone } from "./forecast-segments.ts";

function point(key: string, patch: Partial<ForecastChartPoint>): ForecastChartPoint {
  return {
    key,
    label: key,
    group: "",
    title: key,
    actual: null,
    forecast: null,
    hatched: false,
    segment: 0,
    current: false,
    facts: [],
    ...patch,
  };
}
const ahead = { value: 5, low: 3, high: 8 };

describe("fanPoints", () => {
  it("opens the fan at the newest figure", () => {
    const fan = fanPoints([point("a", { actual: 4 }), point("b", { forecast: ahead })]);
    expect(fan.map(({ reach }) => reach)).toEqual([
      [4, 4],
      [3, 8],
    ]);
    expect(fan.map(({ path }) => path)).toEqual([4, 5]);
  });

  it("does not join two years of sums that start again", () => {
    const fan = fanPoints([point("a", { actual: 4 }), point("b", { forecast: ahead, segment: 1 })]);
    expect(fan[0]).toMatchObject({ path: null, reach: null });
    expect(segmentsOf(fan, "actual")).toEqual([0]);
    expect(segmentsOf(fan, "path")).toEqual([1]);
    expect(standsAlone(fan, 1, "path")).toBe(true);
    expect(standsAlone(fan, 0, "actual")).toBe(true);
  });

  it("opens nowhere where the newest figure is missing", () => {
    expect(fanPoints([point("a", {}), point("b", { forecast: ahead })])[0]).toMatchObject({ path: null, reach: null });
  });
});
