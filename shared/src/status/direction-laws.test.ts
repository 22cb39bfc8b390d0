import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missingValue, numberValue } from "../observation/value.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { periodId } from "../period/period-id.ts";
import { assessDirection, type DirectionInputs } from "./change-direction.ts";
import { depthInRange } from "./limits.ts";

const period = periodId(periodFromId("2026-10", "month"));
const earlierPeriod = periodId(periodFromId("2025-10", "month"));
const display = { unit: { vi: "%", en: "%" }, factor: 1, decimals: 1 };

function assess(now: number, before: number, changes: Partial<DirectionInputs> = {}, unchanged = 0) {
  const inputs: DirectionInputs = {
    value: numberValue(now),
    period,
    earlier: { value: numberValue(before), period: earlierPeriod },
    direction: "higher",
    display,
    condition: "ready",
    ...changes,
  };
  return assessDirection(inputs, { unchanged });
}
const OPPOSITE: Readonly<Record<string, string>> = {
  favourable: "unfavourable",
  unfavourable: "favourable",
  unchanged: "unchanged",
};
const number = fc.integer({ min: -100, max: 100 });

describe("a change without a target", () => {
  it("is never assessed, only told as favourable or not", () => {
    fc.assert(
      fc.property(number, number, fc.constantFrom("higher", "lower", "band"), (now, before, direction) => {
        const found = assess(now, before, { direction, band: { min: -5, max: 5 } });
        expect(found.status).toBe("not-assessed");
        expect(Object.keys(OPPOSITE)).toContain(found.grade?.id);
      }),
    );
  });

  it("that is favourable one way is unfavourable the other: by direction, and there and back", () => {
    fc.assert(
      fc.property(number, number, (now, before) => {
        const id = assess(now, before).grade?.id ?? "";
        expect(assess(now, before, { direction: "lower" }).grade?.id).toBe(OPPOSITE[id]);
        expect(assess(before, now).grade?.id).toBe(OPPOSITE[id]);
      }),
    );
  });

  it("within what counts as unchanged is unchanged, however it is wanted", () => {
    fc.assert(
      fc.property(
        number,
        fc.integer({ min: -4, max: 4 }),
        fc.constantFrom("higher", "lower"),
        (before, step, direction) => {
          expect(assess(before + step, before, { direction }, 4).grade?.id).toBe("unchanged");
          expect(assess(before + Math.sign(step || 1) * 5, before, { direction }, 4).grade?.id).not.toBe("unchanged");
        },
      ),
    );
  });

  it.each([
    [9, 12, "favourable"],
    [12, 9, "unfavourable"],
    [1, -3, "favourable"],
    [3, 4, "unchanged"],
    [6, 4, "unfavourable"],
    [-7, 12, "unchanged"],
  ])("from a band of 0 to 5: %d after %d is %s", (now, before, trend) => {
    expect(assess(now, before, { direction: "band", band: { min: 0, max: 5 } }).grade?.id).toBe(trend);
  });

  it.each<[string, Partial<DirectionInputs>, RegExp]>([
    ["no wanted direction", { direction: "neutral" }, /^Chỉ số theo dõi/u],
    ["a value that is not whole", { condition: "partial" }, /Số liệu chưa đủ để đánh giá$/u],
    ["a value in doubt", { condition: "suspect" }, /Số liệu đang được kiểm tra$/u],
    ["nothing earlier", { earlier: null }, /Chưa có kỳ để so sánh$/u],
    [
      "a gap earlier",
      { earlier: { value: missingValue("not-reported"), period: earlierPeriod } },
      /Chưa có kỳ để so sánh$/u,
    ],
    ["a gap now", { value: missingValue("not-reported") }, /Chưa có kỳ để so sánh$/u],
  ])("says why it has no grade: %s", (_, changes, words) => {
    const found = assess(5, 4, changes);
    expect([found.grade, found.score]).toEqual([null, null]);
    expect(found.reason.vi).toMatch(words);
  });

  it("tells the size of the change as it is, not as it is wanted", () => {
    expect(assess(3, 5, { direction: "lower" }).reason.vi).toBe(
      "Không có chỉ tiêu; diễn biến tích cực so với kỳ so sánh (−2,0 điểm phần trăm)",
    );
  });
});

describe("the depth within a range", () => {
  const range = fc.tuple(number, fc.integer({ min: 1, max: 50 })).map(([min, width]) => ({ min, max: min + width }));

  it("is zero on a bound, above inside, below outside", () => {
    fc.assert(
      fc.property(range, number, ({ min, max }, value) => {
        expect(depthInRange(min, { min, max })).toBe(0);
        expect(depthInRange(max, { min, max })).toBe(0);
        expect(Math.sign(depthInRange(value, { min, max }))).toBe(
          value > min && value < max ? 1 : value === min || value === max ? 0 : -1,
        );
      }),
    );
  });

  it("is greatest in the middle, at half of the width, and the same from either side", () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 0, max: 100 }), ({ min, max }, off) => {
        const middle = (min + max) / 2;
        expect(depthInRange(middle, { min, max })).toBeCloseTo(0.5, 12);
        expect(depthInRange(middle + off, { min, max })).toBeCloseTo(depthInRange(middle - off, { min, max }), 12);
        expect(depthInRange(middle + off, { min, max })).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});
