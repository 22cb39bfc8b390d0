import { numberValue } from "@bochiso/shared/observation";
import { describe, expect, it } from "vitest";
import { anExplanation } from "../../../testing/explanation-fixtures.ts";
import { same } from "../../../testing/fixtures.ts";
import { cellKey } from "./cell-key.ts";
import { formulaParts, hasValuesInPlace } from "./formula-parts.ts";
import { differenceText, valueText } from "./node-view.ts";
import { parseCellKey } from "./parse-cell-key.ts";

const node = anExplanation();
const operand = (ref: string) => anExplanation({ ref, formula: null, operands: [] });
const shape = (formula: string, ...refs: string[]) =>
  formulaParts(formula, refs.map(operand)).map((part) => (part.kind === "text" ? part.text : `<${part.operand.ref}>`));

describe("formulaParts", () => {
  it("puts every operand in its place", () => {
    expect(formulaParts(node.formula ?? "", node.operands).map((part) => part.kind)).toEqual([
      "operand",
      "text",
      "operand",
    ]);
  });

  it("does not find a short code inside a longer one", () => {
    expect(shape("trade.total.yoy / trade.total * 100", "trade.total", "trade.total.yoy")).toEqual([
      "<trade.total.yoy>",
      " ÷ ",
      "<trade.total>",
      " × 100",
    ]);
  });

  it("takes the operand with its breakdown before the bare one", () => {
    expect(shape("x.a[b=C] + x.a", "x.a", "x.a[b=C]")).toEqual(["<x.a[b=C]>", " + ", "<x.a>"]);
  });

  it("leaves a formula without operands readable", () => {
    expect(shape("2 * 3 - 1")).toEqual(["2 × 3 − 1"]);
  });

  it("shows values in place only where each reference stands for one cell", () => {
    expect(hasValuesInPlace("a.b / a.c", [operand("a.b"), operand("a.c")])).toBe(true);
    expect(hasValuesInPlace("a.b / a.b", [operand("a.b"), operand("a.b")])).toBe(false);
  });

  it("never shows a value in the place of a function", () => {
    expect(hasValuesInPlace("yoy(ytd(a.b))", [operand("yoy(ytd(a.b))")])).toBe(false);
    expect(hasValuesInPlace("(a.b + a.c) * 100", [operand("a.b"), operand("a.c")])).toBe(true);
  });
});

describe("the value of a growth", () => {
  it("carries its sign, a rate does not", () => {
    const percent = { unit: same("%"), decimals: 1 };
    expect(valueText(numberValue(8.35), { ...percent, formula: "yoy(ytd(a.b))" }, "vi")).toBe("+8,4%");
    expect(valueText(numberValue(8.35), { ...percent, formula: "a.b / a.c * 100" }, "vi")).toBe("8,4%");
  });
});

describe("the address of an explanation", () => {
  it("comes back as the cell it was made of", () => {
    const { indicator, area, period, breakdown } = { ...node, period: node.period.id };
    const cell = { indicator, area, breakdown, period };
    expect(parseCellKey(cellKey(cell, "previous-period"))).toEqual({ ...cell, measure: "previous-period" });
  });

  it("keeps breakdowns and former provinces, in canonical order", () => {
    expect(parseCellKey("pi.executed~vn63:24~b=2;a=1~2025-02~value")).toMatchObject({
      area: "vn63:24",
      breakdown: "a=1;b=2",
    });
  });

  it.each([
    "",
    "x",
    "trade.balance~VN~~2025-13~value",
    "trade.balance~VN~~2025-02~other",
    "trade.balance~VN~=~2025-02~value",
  ])("refuses %j", (text) => expect(parseCellKey(text)).toBeNull());
});

describe("the text of a node", () => {
  const percent = { unit: same("%"), decimals: 1, formula: null };

  it("gives the difference of two percentages in percentage points", () => {
    expect(valueText(numberValue(8.4), percent, "vi")).toBe("8,4%");
    expect(differenceText(numberValue(-1.6), percent, "vi")).toBe("−1,6 điểm phần trăm");
    expect(valueText(numberValue(-10.9), { ...percent, formula: "a.b - yearAgo(a.b)" }, "vi")).toBe(
      "−10,9 điểm phần trăm",
    );
  });

  it("gives another difference in its unit", () => {
    expect(differenceText(numberValue(250), { unit: same("triệu USD"), decimals: 0, formula: null }, "vi")).toBe(
      "+250 triệu USD",
    );
  });
});
