import { expect, it } from "vitest";
import { periodOfHeading, periodWithin } from "./period-within.ts";

it.each([
  ["Ước thực hiện tháng 10/2026", "tháng 10/2026"],
  ["BÁO CÁO THÁNG 10 NĂM 2026 (triệu USD)", "THÁNG 10 NĂM 2026"],
  ["Biểu 2: Quý III/2026, sơ bộ", "Quý III/2026"],
  ["Cả năm 2025", "năm 2025"],
  ["Thực hiện 2026-10", "2026-10"],
  ["9 tháng năm 2026", null],
  ["10 tháng đầu năm 2026", null],
  ["Kế hoạch 2026", null],
  ["Tháng 10", null],
])("in %s stands %s", (text, period) => {
  expect(periodWithin(text)).toBe(period);
});

it.each<[string, readonly string[], readonly string[], string | null]>([
  ["the year of the heading above it", ["Năm 2026", "Tháng 10"], ["năm 2025"], "Tháng 10/2026"],
  ["the year of the title", ["Thực hiện", "Quý II"], ["Biểu 3", "Năm 2026"], "Quý II/2026"],
  ["its own before that of a title", ["Tháng 9/2025"], ["Năm 2026"], "Tháng 9/2025"],
  ["a year alone", ["2024"], [], "2024"],
  ["the month that a spreadsheet made a day", ["2026-10-01"], [], "2026-10"],
  ["nothing without a year", ["Tháng 10"], [], null],
  ["nothing of a plan", ["Kế hoạch"], ["Năm 2026"], null],
])("a heading takes %s", (_what, levels, titles, period) => {
  expect(periodOfHeading(levels, titles)).toBe(period);
});
