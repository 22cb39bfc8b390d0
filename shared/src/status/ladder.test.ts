import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settle, settleInOrder } from "./ladder.ts";
import { planLadder } from "./plan-completion.ts";
import { PlanCompletionParams } from "./status-rule.ts";

const ladder = planLadder(PlanCompletionParams.parse({}));
const WIDTH = 0.01;
const THRESHOLDS = [1.05, 0.95, 0.8];

/** The grades after each score, folded as a card's history is. */
function folded(scores: readonly number[]): string[] {
  return scores.map((_, index) => settleInOrder(ladder, scores.slice(0, index + 1))?.grade ?? "");
}

describe("hysteresis", () => {
  const within = (half: number) =>
    fc.constantFrom(...THRESHOLDS).chain((threshold) =>
      fc.array(fc.double({ min: threshold - half, max: threshold + half, noNaN: true }), {
        minLength: 2,
        maxLength: 40,
      }),
    );

  it("never changes on noise within the width of a threshold", () => {
    fc.assert(
      fc.property(within(WIDTH * 0.999), (scores) => {
        expect(new Set(folded(scores)).size).toBe(1);
      }),
    );
  });

  it("never goes there and back unless the score travels twice the width", () => {
    const anywhere = fc.array(fc.double({ min: 0.7, max: 1.2, noNaN: true }), { minLength: 3, maxLength: 25 });
    fc.assert(
      fc.property(anywhere, (scores) => {
        const grades = folded(scores);
        for (let left = 1; left < grades.length; left += 1) {
          const before = grades[left - 1];
          const back = grades[left] === before ? -1 : grades.indexOf(before ?? "", left);
          if (back < 0) continue;
          const travelled = scores.slice(left - 1, back + 1);
          expect(Math.max(...travelled) - Math.min(...travelled)).toBeGreaterThan(2 * WIDTH - 1e-6);
        }
      }),
    );
  });

  it("agrees with the plain thresholds outside the zones, whatever was held before", () => {
    const grades = [...ladder.map(({ grade }) => grade), null, "unknown"];
    fc.assert(
      fc.property(fc.double({ min: -2, max: 3, noNaN: true }), fc.constantFrom(...grades), (score, previous) => {
        fc.pre(THRESHOLDS.every((threshold) => Math.abs(score - threshold) > WIDTH + 1e-6));
        expect(settle(ladder, score, previous).grade).toBe(settle(ladder, score, null).grade);
      }),
    );
  });

  it("forgets where a history began once a score was clear of every zone", () => {
    const noise = fc.array(fc.double({ min: 0.7, max: 1.2, noNaN: true }), { maxLength: 10 });
    fc.assert(
      fc.property(noise, noise, noise, (one, other, rest) => {
        const end = [0.88, ...rest];
        expect(settleInOrder(ladder, [...one, ...end])).toEqual(settleInOrder(ladder, [...other, ...end]));
      }),
    );
  });

  it("keeps the grade over a gap, and stands on a threshold despite binary fractions", () => {
    expect(settleInOrder(ladder, [0.955, null, 0.945])?.grade).toBe("on-track");
    expect(settleInOrder(ladder, [null])).toBeNull();
    expect(settle(ladder, 0.95 - 1e-12, null).grade).toBe("on-track");
    expect(settle(ladder, 0.95 - 1e-6, null).grade).toBe("behind");
  });
});
