import type { Ground } from "@bochiso/shared/target";
import { describe, expect, it } from "vitest";
import { same } from "../../../testing/fixtures.ts";
import { gradeLevel } from "./grade-level.ts";

const PERCENT = { unit: same("%"), factor: 1, decimals: 2 };
const aGround = (id: string, value: number, period: string | null = null): Ground => ({
  id,
  name: same(id),
  value: { kind: "number", value },
  display: PERCENT,
  period: period as Ground["period"],
});
const context = { target: null, write: (value: number) => `${value.toFixed(2)}%`, lowerIsBetter: false };

describe("gradeLevel of a range", () => {
  it("turns a distance to a ceiling back into a level", () => {
    const level = gradeLevel(
      { method: "range@1", inputs: [aGround("value", 3.38), aGround("max", 4.5)] },
      context,
      "vi",
    );
    expect([0.1, 0, null].map(level)).toEqual(["tức không quá 4,05%", "tức không quá 4,50%", null]);
  });
  it("names both ends of a range with two, and nothing where none is left", () => {
    const inputs = [aGround("value", 6.2), aGround("min", 6), aGround("max", 7)];
    const level = gradeLevel({ method: "range@1", inputs }, context, "en");
    expect(level(0.1)).toBe("which is from 6.10% to 6.90%");
    expect(level(0.6)).toBeNull();
  });
  it("turns a distance to a floor", () => {
    const level = gradeLevel({ method: "range@1", inputs: [aGround("min", 90)] }, context, "vi");
    expect(level(0.1)).toBe("tức từ 99,00%");
  });
});

describe("gradeLevel of required growth", () => {
  const inputs = [
    aGround("base", 59.28, "2023"),
    aGround("current", 70.6, "2026"),
    aGround("required-growth", 0.0528310286),
  ];
  it("says where the needed growth leads by the period judged", () => {
    const level = gradeLevel({ method: "required-growth@1", inputs }, context, "vi");
    expect(level(1)).toBe("tức từ 69.18%");
    expect(level(0)).toBe("tức từ 59.28%");
  });
  it("turns with the wanted direction", () => {
    const level = gradeLevel({ method: "required-growth@1", inputs }, { ...context, lowerIsBetter: true }, "vi");
    expect(level(1)).toBe(`tức không quá ${(59.28 * (1 - 0.0528310286) ** 3).toFixed(2)}%`);
  });
  it("is silent without a base", () => {
    expect(gradeLevel({ method: "required-growth@1", inputs: [] }, context, "vi")(1)).toBeNull();
  });
});
