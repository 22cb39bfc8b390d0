import { errorValue, missingValue, numberValue, type Value } from "@bochiso/shared/observation";
import { describe, expect, it } from "vitest";
import { anExplanation, aProvincePart, aRollUp } from "../../../testing/explanation-fixtures.ts";
import { aPeriod, same } from "../../../testing/fixtures.ts";
import { cellKey } from "./cell-key.ts";
import { completeNode } from "./complete-node.ts";
import { growthLine } from "./growth-line.ts";
import { absenceText, provenance, todoText, valueText } from "./node-view.ts";
import { parseCellKey } from "./parse-cell-key.ts";
import { shownDifference, shownText, storedText } from "./shown-text.ts";
import { partWeight, wholeView } from "./whole-view.ts";

describe("a value of an explanation", () => {
  const exports = anExplanation({ value: numberValue(1630.15) });

  it("reads as on the card, with the stored one beside it", () => {
    expect(shownText(exports.value, exports, "vi")).toBe("1,63 tỷ USD");
    expect(storedText(exports.value, exports, "vi")).toBe("1.630,2 triệu USD");
    expect(shownDifference(numberValue(-42), exports, "vi")).toBe("−0,04 tỷ USD");
  });

  it("of a comparison index is the growth", () => {
    const display = { unit: same("%"), factor: 1, decimals: 2 };
    const index = anExplanation({ display, growthOffset: -100, unit: same("%"), decimals: 2, formula: null });
    expect(shownText(numberValue(107.24), index, "vi")).toBe("+7,24%");
    expect(storedText(numberValue(107.24), index, "vi")).toBe("107,24%");
  });

  it("is told once where both read the same", () => {
    const display = { unit: same("%"), factor: 1, decimals: 1 };
    expect(storedText(numberValue(8.6), { ...exports, display, unit: same("%") }, "vi")).toBeNull();
  });
});

describe("a stored value", () => {
  const display = { unit: same("triệu USD"), factor: 1, decimals: 0 };
  const capital = anExplanation({ display, unit: display.unit, decimals: 0, formula: null });

  it("with one decimal is told with it, where the card rounds them away", () => {
    expect(shownText(numberValue(568.9), capital, "vi")).toBe("569 triệu USD");
    expect(storedText(numberValue(568.9), capital, "vi")).toBe("568,9 triệu USD");
    expect(storedText(numberValue(569), capital, "vi")).toBeNull();
    expect(valueText(numberValue(0.1 + 0.2), capital, "vi")).toBe("0,3 triệu USD");
    expect(valueText(numberValue(31109.3205), capital, "vi")).toBe("31.109 triệu USD");
  });

  it("that is a quotient is told in the decimals of its definition", () => {
    expect(storedText(numberValue(2 / 3), capital, "vi")).toBeNull();
    const share = { ...capital, unit: same("%"), formula: "a.b / a.c * 100", decimals: 1 };
    expect(valueText(numberValue(12.25), share, "vi")).toBe("12,3%");
  });
});

describe("provenance", () => {
  it("of a simulated value does not repeat what the mark says", () => {
    const { observation, ...node } = anExplanation({ simulated: true }).operands[0] ?? anExplanation();
    if (observation === null) throw new Error("an operand of the fixture was received");
    const word = "Số liệu mô phỏng";
    const received = { ...observation, document: word, note: word };
    expect(provenance({ ...node, simulated: true, observation: received }, "en", 0).join()).not.toContain(word);
    expect(provenance({ ...node, simulated: false, observation: received }, "vi", 0).at(-1)).toBe(word);
  });
});

describe("what to do about an absent value", () => {
  it("is said for each reason that somebody can do something about", () => {
    const leaf = (value: Value) => ({ value, operands: [], part: null, whole: null });
    expect(todoText(leaf(missingValue("not-reported")), "vi")).toContain("Đề nghị đầu mối cung cấp");
    expect(todoText(leaf(errorValue("division-by-zero")), "en")).toContain("denominator");
    expect(todoText(leaf(missingValue("not-applicable")), "vi")).toBeNull();
    expect(todoText(leaf(numberValue(0)), "vi")).toBeNull();
  });

  it("of a computed one leads to what lacks below", () => {
    const node = anExplanation({ value: missingValue("not-reported") });
    expect([absenceText(node, "vi"), todoText(node, "vi")]).toEqual([
      "Chưa tính được vì thiếu đầu vào",
      "Xem các dòng được đánh dấu bên dưới.",
    ]);
  });
});

describe("growthLine", () => {
  const at = (id: string, value: number) =>
    anExplanation({ ref: "yoy(a.b)", period: aPeriod(id), value: numberValue(value), decimals: 0, operands: [] });

  it("puts the two figures in place, without their unit", () => {
    const node = anExplanation({ formula: "yoy(a.b)", operands: [at("2025-02", 64216), at("2024-02", 59262)] });
    expect(growthLine(node, "vi")).toBe("(64.216 − 59.262) ÷ 59.262 × 100");
  });

  it("adds up what ytd read", () => {
    const ref = "yoy(ytd(a.b))";
    const months = [at("2025-01", 33), at("2025-02", 31), at("2024-01", 30), at("2024-02", 20)];
    const node = anExplanation({ formula: ref, operands: months.map((operand) => ({ ...operand, ref })) });
    expect(growthLine(node, "vi")).toBe("(64 − 50) ÷ 50 × 100");
  });

  it("shows what each period added to a total since January", () => {
    const ref = "pop(inPeriod(a.b))";
    const line = (...operands: ReturnType<typeof at>[]) =>
      growthLine(anExplanation({ formula: ref, period: operands[0]?.period ?? aPeriod("2025-01"), operands }), "vi");
    expect(line(at("2025-10", 568.9), at("2025-09", 523.6), at("2025-08", 489.7))).toBe(
      "((568,9 − 523,6) − (523,6 − 489,7)) ÷ (523,6 − 489,7) × 100",
    );
    expect(line(at("2025-02", 30), at("2025-01", 10))).toBe("((30 − 10) − 10) ÷ 10 × 100");
    expect(line(at("2025-01", 10), at("2024-12", 90), at("2024-11", 80))).toBe("(10 − (90 − 80)) ÷ (90 − 80) × 100");
    expect(line(at("2025-03", 30), at("2025-02", 10))).toBeNull();
  });

  it("says nothing of other formulas and of missing figures", () => {
    expect(growthLine(anExplanation(), "vi")).toBeNull();
    const lacking = { ...at("2024-02", 1), value: missingValue("not-reported") };
    expect(growthLine(anExplanation({ formula: "yoy(a.b)", operands: [at("2025-02", 1), lacking] }), "vi")).toBeNull();
  });
});

describe("wholeView", () => {
  it("says of what, how many are there, and what is not listed", () => {
    expect(wholeView(aRollUp(), "vi")).toEqual({
      said: "Cộng số liệu của 34 tỉnh, thành phố",
      figures: null,
      coverage: "33/34 tỉnh, thành phố có số liệu",
      consequence:
        "Chưa tính được vì còn đơn vị chưa có số liệu; các đơn vị đó đứng đầu danh sách dưới đây. Đề nghị đầu mối cung cấp gửi số liệu của các đơn vị này.",
      omitted: "và 32 tỉnh, thành phố khác",
    });
  });

  it("puts the figures of a few parts in place", () => {
    const parts = [
      aProvincePart("vn63:27", "Bắc Ninh", numberValue(175)),
      aProvincePart("vn63:24", "Bắc Giang", numberValue(13)),
    ];
    const whole = aRollUp({ way: "recast", operands: parts, value: numberValue(188), omitted: null });
    expect(wholeView(whole, "vi")?.figures).toBe("175,0 + 13,0 = 188,0 triệu USD, hiển thị là 0,19 tỷ USD");
  });

  it("says of a carried value from which unit it was taken", () => {
    const parts = same("đơn vị hành chính cũ");
    const whole = { combination: null, partialAllowed: false, coverage: { have: 1, of: 1, weightShare: null }, parts };
    const operands = [aProvincePart("vn63:01", "Hà Nội (cũ)", numberValue(1))];
    const view = wholeView(aRollUp({ way: "carried", whole, operands, omitted: null }), "vi");
    expect(view?.said).toBe("Lấy nguyên số liệu của Hà Nội (cũ): phạm vi không đổi, chỉ đổi mã hoặc tên");
    expect(view?.coverage).toBeNull();
  });

  it("tells the share of the weight that is covered, and the weight of a part", () => {
    const people = aProvincePart("01", "Hà Nội", numberValue(8807), {
      name: same("Dân số"),
      display: { unit: same("nghìn người"), factor: 1, decimals: 0 },
    });
    const part = aProvincePart("01", "Hà Nội", numberValue(2), {
      part: { share: 0.4, weight: people.value, weights: [people] },
    });
    const whole = {
      combination: "weighted",
      partialAllowed: true,
      coverage: { have: 31, of: 34, weightShare: 0.962 },
      parts: same("tỉnh, thành phố"),
    } as const;
    const view = wholeView(aRollUp({ whole, operands: [part], value: numberValue(2), omitted: null }), "vi");
    expect(view?.said).toBe("Bình quân gia quyền của 34 tỉnh, thành phố, quyền số là Dân số");
    expect(view?.coverage).toBe("31/34 tỉnh, thành phố có số liệu · chiếm 96,2% quyền số");
    expect(view?.consequence).toBe("Số này mới gồm các đơn vị đã có số liệu.");
    expect(partWeight(part, "vi")).toBe("Dân số: 8.807 nghìn người · tính 40,0% đơn vị cũ");
  });
});

describe("the address of a past or other explanation", () => {
  const { indicator, area, breakdown, period } = anExplanation();
  const cell = { indicator, area, breakdown, period: period.id };

  it.each([{ asOf: 12 }, { origin: "computed" }, { asOf: 0, origin: "reported" }] as const)("keeps %o", (view) => {
    expect(parseCellKey(cellKey(cell, "value", view))).toEqual({ ...cell, measure: "value", ...view });
  });

  it.each(["~x", "~1~other", "~1~computed~x", "~-1"])("refuses %j", (rest) => {
    expect(parseCellKey(`${cellKey(cell)}${rest}`)).toBeNull();
  });
});

describe("completeNode", () => {
  it("fills what an older server leaves out, at every level", () => {
    const { status: _s, way: _w, whole: _h, part: _p, substitutions: _u, display: _d, omitted: _o, ...old } = aRollUp();
    const operands = old.operands.map(({ status: _t, part: _q, ...rest }) => rest);
    const complete = completeNode(JSON.parse(JSON.stringify({ ...old, operands })));
    expect(complete).toMatchObject({ status: null, way: null, whole: null, part: null, substitutions: [] });
    expect(complete.display).toEqual({ unit: old.unit, factor: 1, decimals: old.decimals });
    expect(complete.operands[0]).toMatchObject({ status: null, part: null });
  });
});
