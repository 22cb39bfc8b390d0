import { QualityCheck } from "@bochiso/shared/quality";
import { describe, expect, it } from "vitest";
import { checkOf, formOf } from "./rule-form.ts";

const CHECKS = [
  { kind: "range", min: 30, max: null },
  { kind: "range", min: -0.5, max: 1234.5 },
  { kind: "change", against: "previous", measure: "ratio", floor: 12.5, deviations: 6, history: 36, minHistory: 12 },
  { kind: "magnitude" },
  { kind: "sum-of-parts", dimension: "side", codes: ["p", "q"], tolerance: 0 },
  { kind: "expression", formula: "a <= b" },
  { kind: "timeliness", areas: ["VN"] },
].map((check) => QualityCheck.parse(check));

describe("the form of a rule", () => {
  it.each(CHECKS)("gives back the same $kind where nothing was typed, in both languages", (check) => {
    expect(checkOf(formOf(check, "vi"), check, "vi")).toEqual(check);
    expect(checkOf(formOf(check, "en"), check, "en")).toEqual(check);
  });

  it("reads numbers as a Vietnamese official writes them, and a bound left out", () => {
    const range = QualityCheck.parse({ kind: "range", min: 1, max: 2 });
    expect(checkOf({ min: "", max: "12.345,6" }, range, "vi")).toMatchObject({ min: null, max: 12345.6 });
    expect(checkOf({ min: "1.234", max: "" }, range, "vi")).toBeNull();
    expect(checkOf({ min: "abc", max: "" }, range, "vi")).toBeNull();
  });

  it("takes no floor of nothing, no half a period, no empty relation", () => {
    const change = QualityCheck.parse({ kind: "change", against: "previous", measure: "ratio", floor: 1 });
    const form = formOf(change, "vi");
    for (const wrong of [
      { floor: "0" },
      { deviations: "-1" },
      { history: "2,5" },
      { history: "61" },
      { minHistory: "" },
    ])
      expect(checkOf({ ...form, ...wrong }, change, "vi")).toBeNull();
    expect(checkOf({ formula: " " }, { kind: "expression", formula: "a < b" }, "vi")).toBeNull();
  });
});
