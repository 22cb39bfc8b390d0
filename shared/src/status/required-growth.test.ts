import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDefinition } from "../card/testing/a-definition.ts";
import { numberValue } from "../observation/value.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { assess } from "./assess.ts";
import { growthScore } from "./required-growth.ts";

const { display } = aDefinition();
const year = (value: number, when: number) => ({ period: periodFromId(String(when), "year"), value });

function judged(
  [base, baseYear]: readonly [number, number],
  [current, currentYear]: readonly [number, number],
  target: readonly [number, number] | null,
  direction: "higher" | "lower" | "neutral" = "lower",
  previous: string | null = null,
) {
  const now = year(current, currentYear);
  return assess({
    method: "required-growth",
    version: 1,
    inputs: {
      base: year(base, baseYear),
      current: { period: now.period, value: numberValue(current) },
      target: target === null ? null : year(...target),
      direction,
      display,
      condition: "ready",
      previous,
    },
  });
}

describe("required-growth@1", () => {
  it("reproduces the hand-computed case on track", () => {
    const found = judged([14.5, 2015], [10.2, 2023], [7.25, 2030]);
    expect(found.score).toBeCloseTo(0.95259, 5);
    expect(found).toMatchObject({ status: "on-track", grade: { id: "on-track" } });
    expect(found.inputs.map(({ id }) => id)).toEqual([
      "base",
      "current",
      "goal",
      "actual-growth",
      "required-growth",
      "ratio",
    ]);
  });

  it("reproduces the hand-computed case moving away", () => {
    const found = judged([26_866, 2016], [36_058, 2024], [13_433, 2028]);
    expect(found.score).toBeCloseTo(-0.66758, 5);
    expect(found).toMatchObject({ status: "at-risk", grade: { id: "moving-away", words: { en: "Moving away" } } });
  });

  it.each([
    [0.95, "on-track", "on-track"],
    [0.9499, "moderate", "behind"],
    [0.6, "moderate", "behind"],
    [0.5999, "limited", "at-risk"],
    [0, "limited", "at-risk"],
    [-0.0001, "moving-away", "at-risk"],
  ])("a ratio of %s is %s (%s)", (ratio, grade, status) => {
    // 100 is to become 200 in ten years; five years at that share of the rate.
    const required = 2 ** (1 / 10) - 1;
    const now = 100 * (1 + ratio * required) ** 5;
    expect(judged([100, 2020], [now, 2025], [200, 2030], "higher")).toMatchObject({ status, grade: { id: grade } });
  });

  it.each([
    [0.015, "on-track"],
    [0.0149, "moderate"],
    [0.005, "moderate"],
    [0.0049, "limited"],
    [0, "limited"],
    [-0.0001, "moving-away"],
  ])("without a target a growth of %s a year is %s, flipped where lower is better", (growth, grade) => {
    expect(judged([100, 2020], [100 * (1 + growth) ** 4, 2024], null, "higher").grade?.id).toBe(grade);
    expect(judged([100, 2020], [100 * (1 - growth) ** 4, 2024], null, "lower").grade?.id).toBe(grade);
  });

  it("lets a target met now override, whatever the way", () => {
    expect(judged([5, 2015], [7.25, 2023], [7.25, 2030])).toMatchObject({
      status: "met",
      grade: { id: "target-met" },
      score: null,
    });
    expect(judged([-5, 2015], [3, 2023], [1, 2030], "higher").status).toBe("met");
  });

  it("takes a base or target of zero as 0.001", () => {
    const base = growthScore({
      base: year(0, 2020),
      current: year(1, 2024),
      target: year(2, 2030),
      direction: "higher",
    });
    expect(base).toMatchObject({ kind: "ratio", required: (2 / 0.001) ** 0.1 - 1 });
    const target = growthScore({
      base: year(8, 2020),
      current: year(4, 2024),
      target: year(0, 2030),
      direction: "lower",
    });
    expect(target).toMatchObject({ kind: "ratio", required: 1 - (0.001 / 8) ** 0.1 });
  });

  it("gives no status on a change of sign, on one point or without direction", () => {
    expect(judged([5, 2015], [-3, 2023], [9, 2030], "higher")).toMatchObject({
      status: "not-yet-assessed",
      reason: { en: expect.stringContaining("change sign") },
    });
    expect(judged([5, 2015], [3, 2023], [-9, 2030]).status).toBe("not-yet-assessed");
    expect(judged([5, 2023], [5, 2023], [9, 2030], "higher").status).toBe("not-yet-assessed");
    expect(judged([5, 2015], [6, 2023], [9, 2030], "neutral").status).toBe("not-assessed");
  });

  it("reads negative values the right way: a shrinking deficit rises", () => {
    expect(judged([-10, 2020], [-7, 2024], [-5, 2030], "higher").status).toBe("on-track");
    expect(judged([-10, 2020], [-12, 2024], [-5, 2030], "higher").grade?.id).toBe("moving-away");
  });

  it("calls a level lost that only had to be kept", () => {
    expect(judged([5, 2020], [4, 2024], [5, 2030], "higher").grade?.id).toBe("moving-away");
    expect(judged([5, 2020], [6, 2024], [5, 2030], "higher").status).toBe("met");
  });

  it("closes with the target's year", () => {
    expect(judged([14.5, 2015], [8, 2030], [7.25, 2030]).status).toBe("not-met");
  });

  it("keeps its grade within a hundredth of the ratio", () => {
    expect(judged([14.5, 2015], [10.2, 2023], [7.25, 2030], "lower", "moderate")).toMatchObject({
      grade: { id: "moderate" },
      held: true,
    });
  });

  it("does not depend on the unit, and a better value never scores worse", () => {
    const positive = fc.double({ min: 0.01, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, positive, (base, a, b, goal) => {
        const scoreOf = (value: number, factor = 1) => {
          const found = growthScore({
            base: year(base * factor, 2015),
            current: year(value * factor, 2023),
            target: year(goal * factor, 2030),
            direction: "higher",
          });
          return found.kind === "ratio" ? found.score : Number.POSITIVE_INFINITY;
        };
        expect(scoreOf(a, 4)).toBe(scoreOf(a));
        expect(scoreOf(Math.max(a, b))).toBeGreaterThanOrEqual(scoreOf(Math.min(a, b)));
      }),
    );
  });
});
