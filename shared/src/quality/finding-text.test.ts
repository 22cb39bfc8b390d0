import { describe, expect, it } from "vitest";
import { figureText } from "../card/figure-text.ts";
import { type FindingWords, findingText } from "./finding-text.ts";
import { judgeMagnitude } from "./judge-magnitude.ts";
import { evidenceOf, type QualityFinding } from "./quality-finding.ts";
import { QualityCheck } from "./quality-rule.ts";
import { ruleText } from "./rule-text.ts";

const display = { unit: { vi: "lượt khách", en: "visitors" }, factor: 1, decimals: 0 };
const words: FindingWords = {
  figure: (value) => figureText(value, display),
  cell: (area, breakdown) => ({ vi: `${area} ${breakdown}`.trim(), en: `${area} ${breakdown}`.trim() }),
};
const NOTHING: QualityFinding = { got: null, against: null, min: null, max: null };
const told = (check: unknown, finding: Partial<QualityFinding>) =>
  findingText(QualityCheck.parse(check), { ...NOTHING, ...finding }, words);

describe("what was found, in words", () => {
  it.each<[unknown, Partial<QualityFinding>, string]>([
    [
      { kind: "range", min: 0, max: 120 },
      { got: 130, min: 0, max: 120 },
      "130 lượt khách nằm ngoài khoảng hợp lý từ 0 lượt khách đến 120 lượt khách.",
    ],
    [
      { kind: "range", min: null, max: 120 },
      { got: 130, max: 120 },
      "130 lượt khách cao hơn mức hợp lý 120 lượt khách.",
    ],
    [
      { kind: "change", against: "previous", measure: "ratio", floor: 30 },
      { got: 1, against: 1_433_000, min: 900_000, max: 2_000_000, basis: 36 },
      "1 lượt khách, kỳ trước là 1.433.000 lượt khách; theo 36 thay đổi trước đó của chính chuỗi này, dự kiến từ 900.000 lượt khách đến 2.000.000 lượt khách.",
    ],
    [
      { kind: "magnitude" },
      { got: 2_055, against: 1_500_000, power: -3, basis: 13 },
      "2.055 lượt khách chỉ bằng khoảng 1/1.000 mức thường thấy 1.500.000 lượt khách (trung vị 13 kỳ trước): có thể sai đơn vị tính.",
    ],
    [
      { kind: "sum-of-parts", dimension: "d", codes: ["a", "b"], tolerance: 1 },
      { got: 1_994_125, against: 1_994_061 },
      "Tổng số 1.994.125 lượt khách, các thành phần cộng lại 1.994.061 lượt khách: lệch 64 lượt khách, chỉ cho phép lệch 1 lượt khách do làm tròn.",
    ],
    [
      { kind: "expression", formula: "a.b <= a.c" },
      { got: 3.5, against: 2 },
      "Không thỏa quan hệ a.b <= a.c: một vế là 3,50, vế kia là 2,00.",
    ],
    [
      { kind: "completeness", areas: ["VN"], breakdowns: ["", "d=a"] },
      { missing: ["VN|d=a"], of: 2 },
      "Thiếu 1/2 số liệu dự kiến: VN d=a.",
    ],
    [
      { kind: "timeliness", areas: ["VN"] },
      { dueAt: "2024-10-03T16:59:59.999Z", receivedAt: "2024-10-28T17:00:00.000Z" },
      "Nhận lần đầu ngày 29/10/2024, hạn là 03/10/2024: trễ 26 ngày.",
    ],
  ])("%j", (check, finding, sentence) => {
    expect(told(check, finding).vi).toBe(sentence);
    expect(told(check, finding).en).not.toMatch(/undefined|null/);
  });

  it("says of every kind what its rule asks, in both languages", () => {
    const checks = [
      { kind: "range", min: 0, max: 120 },
      { kind: "change", against: "year-ago", measure: "difference", floor: 5 },
      { kind: "magnitude" },
      { kind: "sum-of-parts", dimension: "d", codes: ["a", "b"], tolerance: 1 },
      { kind: "expression", formula: "a.b <= a.c" },
      { kind: "completeness", areas: ["VN"], breakdowns: [""] },
      { kind: "timeliness", areas: ["VN"] },
    ];
    const texts = checks.flatMap((check) => Object.values(ruleText(QualityCheck.parse(check), words)));
    expect(texts.filter((text) => text.length < 15 || /undefined|null/.test(text))).toEqual([]);
  });
});

it("a confirmation stands for the value and what it was compared with, not for the interval", () => {
  const finding = { ...NOTHING, got: 5, against: 2, min: 1, max: 4 };
  expect(evidenceOf({ ...finding, max: 4.1 })).toBe(evidenceOf(finding));
  expect(evidenceOf({ ...finding, got: 6 })).not.toBe(evidenceOf(finding));
  expect(evidenceOf({ ...finding, against: 3 })).not.toBe(evidenceOf(finding));
});

it("a slip of the unit is not looked for across a declared break", () => {
  const numbers = [10, 11, 10, 11, 10, 1000];
  const at = (ordinal: number) => numbers[ordinal] ?? null;
  expect(judgeMagnitude({ periodType: "month", breaks: [], at }, 5).kind).toBe("broken");
  expect(judgeMagnitude({ periodType: "month", breaks: [5], at }, 5).kind).toBe("not-judged");
});
