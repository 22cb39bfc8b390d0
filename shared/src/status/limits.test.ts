import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDefinition } from "../card/testing/a-definition.ts";
import { missingValue, numberValue } from "../observation/value.ts";
import { periodFromId } from "../period/period-from-id.ts";
import { periodId } from "../period/period-id.ts";
import { assess } from "./assess.ts";
import { depthInRange } from "./limits.ts";

const { display } = aDefinition();
const common = { period: periodId(periodFromId("2026-10", "month")), display, condition: "ready" } as const;

function band(
  value: number,
  direction: "higher" | "lower",
  near: number,
  limit: number,
  previous: string | null = null,
) {
  return assess({
    method: "threshold-bands",
    version: 1,
    params: { near, limit, width: 0.01 },
    inputs: { ...common, value: numberValue(value), direction, previous },
  });
}

function range(value: number | null, min: number | null, max: number | null, previous: string | null = null) {
  const held = value === null ? missingValue("not-reported") : numberValue(value);
  return assess({ method: "range", version: 1, inputs: { ...common, value: held, range: { min, max }, previous } });
}

describe("threshold-bands@1", () => {
  it.each([
    [40, "within"],
    [40.01, "near-limit"],
    [50, "near-limit"],
    [50.01, "over-limit"],
    [-3, "within"],
  ])("%s under a ceiling of 50 with a warning at 40: %s", (value, status) => {
    expect(band(value, "lower", 40, 50).status).toBe(status);
  });

  it.each([
    [50, "within"],
    [49.99, "near-limit"],
    [40, "near-limit"],
    [39.99, "over-limit"],
  ])("%s above a floor of 40 with a warning at 50: %s", (value, status) => {
    expect(band(value, "higher", 50, 40).status).toBe(status);
  });

  it("shows thresholds and score as they are written, whichever way they count", () => {
    const found = band(45, "lower", 40, 50);
    expect(found.thresholds.map(({ from }) => from)).toEqual([40, 50, null]);
    expect(found.score).toBe(45);
  });

  it("keeps a status within one percent of the limit", () => {
    expect(band(50.4, "lower", 40, 50, "near-limit")).toMatchObject({ status: "near-limit", held: true });
    expect(band(50.6, "lower", 40, 50, "near-limit").status).toBe("over-limit");
    expect(band(49.6, "lower", 40, 50, "over-limit")).toMatchObject({ status: "over-limit", held: true });
  });

  it("refuses a warning on the wrong side of the limit", () => {
    expect(band(45, "lower", 50, 40).status).toBe("not-assessed");
  });
});

describe("range@1", () => {
  it.each([
    [6, 4, 14, "within"],
    [5, 4, 14, "within"],
    [4.99, 4, 14, "near-limit"],
    [4, 4, 14, "near-limit"],
    [3.99, 4, 14, "over-limit"],
    [13.01, 4, 14, "near-limit"],
    [14.01, 4, 14, "over-limit"],
    [4.05, null, 4.5, "within"],
    [4.06, null, 4.5, "near-limit"],
    [4.5, null, 4.5, "near-limit"],
    [4.51, null, 4.5, "over-limit"],
    [0, 0, null, "near-limit"],
    [-0.1, 0, null, "over-limit"],
    [7, 7, 7, "near-limit"],
  ])("%s in %s…%s: %s", (value, min, max, status) => {
    expect(range(value, min, max).status).toBe(status);
  });

  it("is not assessed without bounds or value", () => {
    expect(range(1, null, null).status).toBe("not-assessed");
    expect(range(null, 1, 2).status).toBe("not-yet-assessed");
  });

  it("does not depend on the unit", () => {
    const number = fc.integer({ min: -1e8, max: 1e8 }).map((it) => it / 1000);
    fc.assert(
      fc.property(number, number, number, fc.constantFrom(0.5, 4, 1024), (value, a, b, factor) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(max - min > 1e-3);
        expect(depthInRange(value * factor, { min: min * factor, max: max * factor })).toBe(
          depthInRange(value, { min, max }),
        );
      }),
    );
  });
});
