import { AreaCode } from "@bochiso/shared/area";
import { TOTAL_KEY } from "@bochiso/shared/breakdown";
import type { TracedPart } from "@bochiso/shared/graph";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { missingValue, numberValue } from "@bochiso/shared/observation";
import { describe, expect, it } from "vitest";
import { foremostParts } from "./foremost-parts.ts";

function part(area: string, value: number | null, weight: number | null = null, share = 1): TracedPart {
  return {
    operand: {
      ref: "a.b",
      indicator: IndicatorCode.parse("a.b"),
      area: AreaCode.parse(area),
      breakdown: TOTAL_KEY,
      scenario: "actual",
      period: { type: "month", ordinal: 24_300 },
      value: value === null ? missingValue("not-reported") : numberValue(value),
      token: null,
    },
    share,
    weight: weight === null ? null : numberValue(weight),
    weights: [],
  };
}
const codes = (parts: readonly TracedPart[]) => parts.map(({ operand }) => operand.area);

describe("foremostParts", () => {
  const parts = [part("01", 5), part("04", null), part("08", -9), part("11", 0), part("12", null), part("14", 5)];

  it("keeps the order of codes of a few, as former units are named everywhere", () => {
    expect(codes(foremostParts(parts.slice(0, 3), 10).shown)).toEqual(codes(parts.slice(0, 3)));
  });

  it("puts those without a number first, then the largest, whatever their sign; codes settle ties", () => {
    expect(codes(foremostParts(parts, 10).shown)).toEqual(["04", "12", "08", "01", "14", "11"]);
    expect(foremostParts(parts, 10).omitted).toBeNull();
  });

  it("counts what is left out, and what of it has no number", () => {
    expect(foremostParts(parts, 3).omitted).toEqual({ count: 3, withoutNumber: 0 });
    expect(foremostParts(parts, 1).omitted).toEqual({ count: 5, withoutNumber: 1 });
    expect(foremostParts(parts, 0).omitted).toEqual({ count: 6, withoutNumber: 2 });
  });

  it("measures parts of a weighted mean by their weight, and a part of a unit by its share", () => {
    expect(codes(foremostParts([part("01", 9, 1), part("04", 1, 9)], 1).shown)).toEqual(["04"]);
    expect(codes(foremostParts([part("01", 9, null, 0.1), part("04", 1)], 1).shown)).toEqual(["04"]);
  });
});
