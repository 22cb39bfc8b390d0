import { describe, expect, it } from "vitest";
import { aDefinition } from "../card/testing/a-definition.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { runRateNeeded } from "./run-rate.ts";
import { aHistory } from "./testing/a-history.ts";
import { aTarget } from "./testing/a-target.ts";
import { yearEndOutlook } from "./year-end-outlook.ts";

const flow = aDefinition();
const ytd = aDefinition({ accumulation: "ytd", aggregation: { area: "none", time: "last" } });
const month = (id: string) => periodFromId(id, "month");
const rateAt = (id: string, history: Map<number, number>, subject = flow, changes = {}) =>
  runRateNeeded({ target: aTarget(changes), subject, period: month(id), history });

describe("the run-rate still needed", () => {
  it("is what remains over the periods left, beside the mean so far and the best of 24 months", () => {
    const history = aHistory("2024-01", [
      500,
      ...Array.from({ length: 23 }, () => 90),
      ...Array.from({ length: 10 }, () => 80),
    ]);
    expect(rateAt("2026-10", history)).toMatchObject({
      needed: 200,
      remaining: 400,
      periodsLeft: 2,
      soFar: 80,
      // January 2024 lies outside the 24 months up to October 2026.
      best: { value: 90, period: month("2025-12") },
      withinBest: false,
    });
  });

  it("reads months from a year-to-date series and skips its gaps", () => {
    const history = aHistory("2025-11", [1000, 1150, 100, null, 350]);
    expect(rateAt("2026-03", history, ytd)).toMatchObject({ needed: 850 / 9, best: { value: 150 }, withinBest: true });
  });

  it("is an allowance where lower is better: the fewest is the best", () => {
    const lower = aDefinition({ direction: "lower" });
    const found = rateAt("2026-02", aHistory("2025-12", [70, 90, 120]), lower);
    expect(found).toMatchObject({ needed: 99, best: { value: 70 }, withinBest: true });
    expect(found.reason.vi).toContain("Mức tối đa bình quân mỗi tháng còn lại (10 tháng)");
  });

  it("counts a moving level by its change per period", () => {
    const stock = aDefinition({ accumulation: "stock", aggregation: { area: "none", time: "last" } });
    const changes = { goal: { kind: "value", value: 60 }, baseline: { period: "2025", value: 48 } };
    expect(rateAt("2026-06", aHistory("2026-05", [49, 51]), stock, changes)).toMatchObject({
      needed: 1.5,
      soFar: 0.5,
      best: { value: 2 },
    });
  });

  it.each([
    ["no-periods-left", "2026-12", {}],
    ["after-target", "2027-01", {}],
    ["no-figure", "2026-11", {}],
    ["goal-holds", "2026-12", { course: "holds" }],
  ])("says why there is none: %s", (code, id, changes) => {
    const history = aHistory("2026-12", [1]);
    expect(rateAt(id, history, flow, changes)).toMatchObject({ ok: false, code });
  });

  it("is zero or less when the goal is reached already", () => {
    expect(rateAt("2026-01", aHistory("2026-01", [1300]))).toMatchObject({ ok: true, remaining: -100 });
  });
});

describe("the year-end outlook", () => {
  const year = [1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4];

  it("divides the figure to date by its usual share", () => {
    const history = aHistory("2024-01", [...year, ...year.map((it) => it * 2), 5, 7]);
    expect(yearEndOutlook({ subject: flow, period: month("2026-02"), history })).toMatchObject({
      method: "seasonal-share@1",
      year: 2026,
      value: 144,
    });
  });

  it("goes by the mean so far with fewer than two whole years, also over a break", () => {
    const history = aHistory("2025-01", [...year, 5, 7]);
    const expected = { method: "run-rate@1", value: 72 };
    expect(yearEndOutlook({ subject: flow, period: month("2026-02"), history })).toMatchObject(expected);
    const two = aHistory("2024-01", [...year, ...year, 5, 7]);
    const breaks = [month("2025-07").ordinal];
    expect(yearEndOutlook({ subject: flow, period: month("2026-02"), history: two, breaks })).toMatchObject(expected);
  });

  it("is the figure itself in December, and refuses gaps and levels", () => {
    const whole = aHistory("2026-01", year);
    expect(yearEndOutlook({ subject: flow, period: month("2026-12"), history: whole })).toMatchObject({
      method: "whole-year@1",
      value: 24,
    });
    whole.delete(month("2026-04").ordinal);
    expect(yearEndOutlook({ subject: flow, period: month("2026-12"), history: whole })).toMatchObject({
      ok: false,
      code: "no-figure",
    });
    const stock = aDefinition({ accumulation: "stock" });
    expect(yearEndOutlook({ subject: stock, period: month("2026-12"), history: whole })).toMatchObject({
      code: "not-a-sum",
    });
  });

  it("takes a year-to-date series as it stands", () => {
    expect(
      yearEndOutlook({ subject: ytd, period: month("2026-03"), history: aHistory("2026-03", [30]) }),
    ).toMatchObject({ value: 120 });
  });
});
