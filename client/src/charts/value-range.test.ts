import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueRange } from "./value-range.ts";

describe("valueRange", () => {
  it("starts bars at zero and ends at a round tick above the greatest", () => {
    expect(valueRange([35.4, 73.2, 661.3], "bars")).toEqual({ min: 0, max: 800, ticks: [0, 200, 400, 600, 800] });
  });

  it("goes below zero where values do", () => {
    const { min, max, ticks } = valueRange([-1.55, 4.53], "bars");
    expect(min).toBe(-2);
    expect(max).toBe(6);
    expect(ticks).toContain(0);
  });

  it("gives a line its own range", () => {
    const { min, max } = valueRange([113.2, 118.4], "line");
    expect(min).toBeGreaterThan(100);
    expect(max).toBeLessThan(130);
  });

  it("survives one value and none", () => {
    expect(valueRange([], "line").ticks.length).toBeGreaterThan(1);
    const { min, max } = valueRange([5], "line");
    expect(min).toBeLessThan(5);
    expect(max).toBeGreaterThan(5);
  });

  it("always holds every value between its ends, with at most ten lines", () => {
    const values = fc.array(
      fc.integer({ min: -10_000_000, max: 10_000_000 }).map((number) => number / 100),
      { minLength: 1, maxLength: 70 },
    );
    fc.assert(
      fc.property(values, fc.constantFrom("bars" as const, "line" as const), (numbers, kind) => {
        const { min, max, ticks } = valueRange(numbers, kind);
        const dust = 1e-6 * Math.max(1, Math.abs(min), Math.abs(max));
        return ticks.length <= 10 && numbers.every((number) => number >= min - dust && number <= max + dust);
      }),
    );
  });
});
