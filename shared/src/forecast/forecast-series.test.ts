import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDefinition } from "../card/testing/a-definition.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { periodId } from "../period/period-id.ts";
import { aHistory } from "../target/testing/a-history.ts";
import { forecastSeries } from "./forecast-series.ts";

const flow = aDefinition();
const ytd = aDefinition({ accumulation: "ytd", aggregation: { area: "none", time: "last" } });
const SHAPE = [0, -20, 5, 3, 4, 2, 1, 3, 5, 6, 8, 15];

/** A steady rise with a yearly shape and a small, fixed unevenness: what a forecast must find. */
function rising(months: number, slope = 2): number[] {
  return Array.from(
    { length: months },
    (_, index) => 200 + slope * index + (SHAPE[index % 12] ?? 0) + ((index * 7) % 5),
  );
}

/** Evenly scattered numbers without any pattern, the same on every run. */
function scattered(months: number): number[] {
  let state = 12_345;
  return Array.from({ length: months }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return 100 + (state / 2_147_483_648) * 50;
  });
}

function shownFor(history: ReadonlyMap<number, number>, subject = flow, breaks: number[] = []) {
  const found = forecastSeries({ subject, history, breaks });
  if (!found.shown) throw new Error(`hidden: ${found.code}`);
  return found;
}

describe("a forecast", () => {
  const history = aHistory("2020-01", rising(72));

  it("continues trend and season where seasonal naive lags behind, with its back-test beside it", () => {
    const found = shownFor(history);
    expect(found.points.map(({ period }) => periodId(period))).toEqual(
      Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`),
    );
    const truth = rising(84).slice(72);
    for (const [index, point] of found.points.entries()) {
      expect(Math.abs(point.value - (truth[index] ?? 0))).toBeLessThan(8);
      expect(point.low).toBeLessThan(point.value);
      expect(point.high).toBeGreaterThan(point.value);
    }
    expect(found.backTest).toMatchObject({ origins: 24 });
    expect(found.backTest.mase).toBeLessThan(0.3);
    expect(found.backTest.naiveMase).toBeGreaterThan(0.9);
    expect(found.reason.vi).toMatch(/kiểm định lùi 24 lần: sai số bình quân .*, nhỏ hơn \d+% so với lấy số cùng kỳ/);
  });

  it("is never surer further ahead", () => {
    const widths = shownFor(history).points.map(({ low, high }) => high - low);
    expect(widths.every((width, index) => width >= (widths[index - 1] ?? 0) - 1e-9)).toBe(true);
  });

  it("is the same on every run, in whatever order the history arrives", () => {
    expect(forecastSeries({ subject: flow, history: new Map([...history].reverse()) })).toEqual(shownFor(history));
  });

  it("of a year-to-date series starts again every January and agrees with its months", () => {
    const months = rising(70);
    const sums = months.map((_, index) => months.slice(index - (index % 12), index + 1).reduce((a, b) => a + b, 0));
    const [byMonth, byYear] = [shownFor(aHistory("2020-01", months)), shownFor(aHistory("2020-01", sums), ytd)];
    expect(byYear.points[1]?.value).toBeCloseTo(
      (sums[69] ?? 0) + (byMonth.points[0]?.value ?? 0) + (byMonth.points[1]?.value ?? 0),
      6,
    );
    expect(byYear.points[2]?.value).toBeCloseTo(byMonth.points[2]?.value ?? 0, 6);
    expect(byYear.yearEnd?.value).toBeCloseTo(byMonth.yearEnd?.value ?? 0, 6);
    expect(byYear.yearEnd?.value).toBeCloseTo(byYear.points[1]?.value ?? 0, 6);
    expect(byYear.yearEnd).toMatchObject({ year: 2025 });
  });

  it("adds the whole year from figures and forecasts, with its own error", () => {
    const found = shownFor(aHistory("2020-01", rising(66)));
    const known = rising(66)
      .slice(60)
      .reduce((a, b) => a + b, 0);
    const ahead = found.points.slice(0, 6).reduce((sum, { value }) => sum + value, 0);
    expect(found.yearEnd?.value).toBeCloseTo(known + ahead, 6);
    expect(found.yearEnd?.meanError).toBeLessThan(found.yearEnd?.naiveMeanError ?? 0);
  });

  it("takes the mean of the year where the time rule is mean, and none where there is none", () => {
    const mean = aDefinition({
      accumulation: "rate",
      valueType: "ratio_pct",
      aggregation: { area: "none", time: "mean" },
    });
    const none = aDefinition({
      accumulation: "rate",
      valueType: "ratio_pct",
      aggregation: { area: "none", time: "none" },
    });
    const half = aHistory("2020-01", rising(66));
    const sum = shownFor(half, aDefinition({ valueType: "ratio_pct" })).yearEnd?.value ?? 0;
    expect(shownFor(half, mean).yearEnd?.value).toBeCloseTo(sum / 12, 9);
    expect(shownFor(half, none).yearEnd).toBeNull();
  });

  it("stays within the natural limits", () => {
    const falling = aHistory(
      "2020-01",
      rising(72, -3).map((value) => Math.max(0, value - 60)),
    );
    const found = forecastSeries({ subject: aDefinition({ limits: { min: 0, max: null } }), history: falling });
    expect(found.shown ? found.points.every(({ low, value }) => low >= 0 && value >= 0) : true).toBe(true);
  });
});

describe("a forecast is not shown", () => {
  const codeOf = (history: ReadonlyMap<number, number>, subject = flow, breaks: number[] = []) => {
    const found = forecastSeries({ subject, history, breaks });
    return found.shown ? "shown" : found.code;
  };

  it("where it does not beat seasonal naive, with the back-test that says so", () => {
    // Every month is last year's and a surprise: nothing is better than last year's.
    const surprises = scattered(84).map((value) => value - 125);
    const months: number[] = [];
    surprises.forEach((surprise, index) => {
      months.push((months[index - 12] ?? 300 + 5 * (SHAPE[index] ?? 0)) + surprise);
    });
    const found = forecastSeries({ subject: flow, history: aHistory("2019-01", months) });
    expect(found).toMatchObject({ shown: false, code: "no-better-than-naive", backTest: { origins: 24 } });
    expect(found.reason.vi).toContain("không tốt hơn cách lấy số cùng kỳ");
  });

  it.each([37, 25, 12, 1, 0])("on %s months", (months) => {
    expect(codeOf(aHistory("2020-01", rising(months)))).toBe("too-short");
  });

  it("from 38 months on it may be", () => {
    expect(codeOf(aHistory("2020-01", rising(38)))).toBe("shown");
  });

  it("of a constant", () => {
    expect(
      codeOf(
        aHistory(
          "2020-01",
          Array.from({ length: 72 }, () => 7),
        ),
      ),
    ).toBe("constant");
  });

  it("of events and states", () => {
    expect(codeOf(aHistory("2020-01", rising(72)), aDefinition({ accumulation: "event" }))).toBe("not-a-series");
    expect(codeOf(aHistory("2020-01", rising(72)), aDefinition({ valueType: "state" }))).toBe("not-a-series");
  });

  it("when a year-to-date figure stands after a missing month: the past is not forecast", () => {
    const months = rising(74);
    const sums = months.map((_, index) => months.slice(index - (index % 12), index + 1).reduce((a, b) => a + b, 0));
    const history = aHistory("2020-01", sums);
    history.delete(periodFromId("2026-01", "month").ordinal);
    expect(codeOf(history, ytd)).toBe("gap-at-end");
  });

  it("when the series after its last break or long gap is too short", () => {
    const history = aHistory("2020-01", rising(72));
    const late = periodFromId("2023-06", "month").ordinal;
    expect(codeOf(history, flow, [late])).toBe("too-short");
    for (let ordinal = late; ordinal < late + 3; ordinal += 1) history.delete(ordinal);
    expect(codeOf(history)).toBe("too-short");
  });
});

describe("gaps and breaks", () => {
  it("train after the last break only: what stood before it changes nothing", () => {
    const months = rising(84);
    const since = periodFromId("2021-01", "month").ordinal;
    const before = (level: number) =>
      aHistory(
        "2020-01",
        months.map((value, index) => (index < 12 ? level : value)),
      );
    expect(shownFor(before(1), flow, [since])).toEqual(shownFor(before(9_999), flow, [since]));
    expect(shownFor(before(1), flow, [since]).trainedOn).toMatchObject({ first: since, count: 72 });
  });

  it("bridge one or two missing months, and count them", () => {
    const months: (number | null)[] = rising(72);
    [30, 31, 50].forEach((index) => {
      months[index] = null;
    });
    const found = shownFor(aHistory("2020-01", months));
    expect(found.trainedOn.bridged).toBe(3);
    const whole = shownFor(aHistory("2020-01", rising(72)));
    expect(Math.abs((found.points[0]?.value ?? 0) - (whole.points[0]?.value ?? 0))).toBeLessThan(5);
  });
});

describe("laws of forecasts", () => {
  it("do not depend on the unit", () => {
    const history = aHistory("2020-01", rising(60));
    const subject = aDefinition({ valueType: "level", limits: { min: null, max: null } });
    fc.assert(
      fc.property(fc.constantFrom(0.25, 2, 1024), (factor) => {
        const scaled = new Map([...history].map(([ordinal, value]) => [ordinal, value * factor]));
        const [one, other] = [shownFor(history, subject), shownFor(scaled, subject)];
        expect(other.backTest.mase).toBeCloseTo(one.backTest.mase, 9);
        one.points.forEach(({ value }, index) => {
          expect((other.points[index]?.value ?? 0) / factor).toBeCloseTo(value, 6);
        });
      }),
      { numRuns: 3 },
    );
  });
});
