import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDefinition } from "../card/testing/a-definition.ts";
import { missingValue, numberValue } from "../observation/value.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { periodId } from "../period/period-id.ts";
import type { BlockState } from "../screen/card.ts";
import { dueByNow } from "../target/due-by-now.ts";
import { aTarget } from "../target/testing/a-target.ts";
import { assess } from "./assess.ts";
import { completion } from "./plan-completion.ts";

const october = periodFromId("2026-10", "month");
const december = periodFromId("2026-12", "month");

/** Against 1,000 due by October (1,200 by December), or what the changes make of it. */
function judged(
  actual: number | null,
  {
    period = october,
    direction = "higher",
    target = {},
    condition = "ready",
    previous = null,
  }: {
    period?: typeof october;
    direction?: "higher" | "lower" | "neutral";
    target?: Parameters<typeof aTarget>[0];
    condition?: BlockState;
    previous?: string | null;
  } = {},
) {
  const subject = aDefinition({ direction });
  return assess({
    method: "plan-completion",
    version: 1,
    inputs: {
      actual: actual === null ? missingValue("incomplete-parts") : numberValue(actual),
      period: periodId(period),
      due: dueByNow({ target: aTarget(target), subject, period, history: new Map() }),
      direction,
      display: subject.display,
      condition,
      previous,
    },
  });
}

describe("plan-completion@1", () => {
  it.each([
    [1050, "ahead"],
    [1049.99, "on-track"],
    [1000, "on-track"],
    [950, "on-track"],
    [949.99, "behind"],
    [800, "behind"],
    [799.99, "at-risk"],
    [0, "at-risk"],
    [-5, "at-risk"],
  ])("%s of 1,000 due, higher is better: %s", (actual, status) => {
    expect(judged(actual).status).toBe(status);
  });

  it.each([
    [950, "ahead"],
    [950.01, "on-track"],
    [1050, "on-track"],
    [1050.01, "behind"],
    [1200, "behind"],
    [1200.01, "at-risk"],
    [0, "ahead"],
  ])("%s of 1,000 allowed, lower is better: %s", (actual, status) => {
    expect(judged(actual, { direction: "lower" }).status).toBe(status);
  });

  it.each([
    [1260, "exceeded"],
    [1259.99, "met"],
    [1200, "met"],
    [1199.99, "not-met"],
  ])("%s of 1,200 when the year is over: %s", (actual, status) => {
    expect(judged(actual, { period: december, previous: "at-risk" }).status).toBe(status);
  });

  it.each([
    [1140, "exceeded"],
    [1200, "met"],
    [1200.01, "not-met"],
  ])("%s of at most 1,200 when the year is over: %s", (actual, status) => {
    expect(judged(actual, { period: december, direction: "lower" }).status).toBe(status);
  });

  it("measures the distance covered from the baseline, in both directions", () => {
    const up = { from: 40, level: { kind: "value" as const, value: 50 } };
    expect(completion(49.5, up, "higher")).toBeCloseTo(0.95, 12);
    expect(completion(39, up, "higher")).toBeCloseTo(-0.1, 12);
    const down = { from: 9, level: { kind: "value" as const, value: 8 } };
    expect(completion(8.2, down, "lower")).toBeCloseTo(0.8, 12);
    expect(completion(9, down, "lower")).toBe(0);
  });

  it("needs no special case at a level of zero or below", () => {
    const level = (value: number) => ({ from: null, level: { kind: "value" as const, value } });
    expect(completion(-10, level(-10), "higher")).toBe(1);
    expect(completion(-9, level(-10), "higher")).toBeCloseTo(1.1, 12);
    expect(completion(0, level(0), "lower")).toBe(1);
    expect(completion(3, level(0), "lower")).toBeNull();
    const none = { goal: { kind: "value", value: 0 } };
    expect(judged(0, { target: none, direction: "lower" }).status).toBe("on-track");
    expect(judged(1, { target: none, direction: "lower" })).toMatchObject({ status: "at-risk", score: null });
    expect(judged(1, { target: none, direction: "lower", period: december }).status).toBe("not-met");
  });

  it.each(["stale", "partial", "suspect", "error", "empty"] as const)(
    "is not assessed yet when the value is %s",
    (condition) => {
      expect(judged(2000, { condition })).toMatchObject({ status: "not-yet-assessed", grade: null, score: null });
    },
  );

  it("is not assessed without a target, without a direction, or with a part missing", () => {
    const subject = aDefinition();
    const inputs = {
      actual: numberValue(1),
      period: periodId(october),
      due: null,
      direction: "higher",
      display: subject.display,
      condition: "ready",
    } as const;
    expect(assess({ method: "plan-completion", version: 1, inputs }).status).toBe("not-assessed");
    expect(judged(1, { direction: "neutral" }).status).toBe("not-assessed");
    expect(judged(null)).toMatchObject({ status: "not-yet-assessed" });
    expect(judged(1, { period: periodFromId("2027-01", "month") })).toMatchObject({
      status: "not-yet-assessed",
      reason: { vi: "Kỳ sau thời hạn của chỉ tiêu" },
    });
  });

  it("opens its inputs, thresholds and reason", () => {
    const found = judged(800);
    expect(found.inputs.map(({ id }) => id)).toEqual(["actual", "goal", "share", "due", "completion"]);
    expect(found.thresholds.map(({ status, from }) => [status, from])).toEqual([
      ["ahead", 1.05],
      ["on-track", 0.95],
      ["behind", 0.8],
      ["at-risk", null],
    ]);
    expect(found).toMatchObject({ method: "plan-completion@1", score: 0.8, held: false });
    expect(found.reason.vi).toMatch(
      /^Chậm tiến độ: thực hiện 0,8 tỷ USD \(mức hoàn thành 80,0%\)\. Chỉ tiêu 1,2 tỷ USD/,
    );
  });

  it("keeps the earlier status within one point of the threshold, and says that it was held", () => {
    expect(judged(945, { previous: "on-track" })).toMatchObject({ status: "on-track", held: true });
    expect(judged(940, { previous: "on-track" })).toMatchObject({ status: "on-track" });
    expect(judged(939.9, { previous: "on-track" })).toMatchObject({ status: "behind", held: false });
    expect(judged(955, { previous: "behind" })).toMatchObject({ status: "behind", held: true });
    expect(judged(960, { previous: "behind" })).toMatchObject({ status: "on-track" });
  });
});

describe("laws of completion", () => {
  // Thousandths: scaling by powers of two is exact for them, unlike for the smallest doubles.
  const number = fc.integer({ min: -1e9, max: 1e9 }).map((it) => it / 1000);
  const size = fc.integer({ min: 1, max: 1e9 }).map((it) => it / 1000);
  const level = fc.tuple(size, fc.constantFrom(1, -1)).map(([it, sign]) => it * sign);
  const from = fc.option(number, { nil: null });
  const direction = fc.constantFrom("higher" as const, "lower" as const);
  const due = fc.record({ from, level: level.map((value) => ({ kind: "value" as const, value })) });

  it("a better value never has a worse score", () => {
    fc.assert(
      fc.property(number, number, due, direction, (a, b, way, wanted) => {
        const [worse, better] = (wanted === "higher") === a < b ? [a, b] : [b, a];
        const [low, high] = [completion(worse, way, wanted), completion(better, way, wanted)];
        expect(high).toBeGreaterThanOrEqual(low ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  it("does not depend on the unit", () => {
    fc.assert(
      fc.property(number, due, direction, fc.constantFrom(0.25, 2, 1024), (actual, way, wanted, factor) => {
        const scaled = {
          from: way.from === null ? null : way.from * factor,
          level: { kind: "value" as const, value: way.level.value * factor },
        };
        expect(completion(actual * factor, scaled, wanted)).toBe(completion(actual, way, wanted));
      }),
    );
  });

  it("is one at exactly what is due", () => {
    fc.assert(
      fc.property(due, direction, (way, wanted) => {
        expect(completion(way.level.value, way, wanted)).toBe(1);
      }),
    );
  });
});
