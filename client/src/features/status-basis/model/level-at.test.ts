import { completion } from "@bochiso/shared/status";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelAt } from "./level-at.ts";

const level = fc.integer({ min: -5_000, max: 5_000 }).filter((value) => value !== 0);

describe("levelAt", () => {
  it("is the inverse of the completion that the status method computes", () => {
    fc.assert(
      fc.property(
        fc.option(level, { nil: null }),
        level,
        fc.boolean(),
        fc.integer({ min: -50, max: 250 }),
        (from, due, lowerIsBetter, percent) => {
          const score = percent / 100;
          const value = levelAt(score, { from, due, lowerIsBetter });
          const goal = { kind: "value" as const, value: due };
          const again =
            value === null ? null : completion(value, { level: goal, from }, lowerIsBetter ? "lower" : "higher");
          expect(again).toBeCloseTo(score, 6);
        },
      ),
    );
  });

  it("has no level where nothing is due and nothing may be", () => {
    expect(levelAt(0.95, { from: null, due: 0, lowerIsBetter: true })).toBeNull();
  });
});
