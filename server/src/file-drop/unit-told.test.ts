import { expect, it } from "vitest";
import { aTable } from "./testing/a-line.ts";
import { isOtherUnit, unitOfTitles } from "./unit-told.ts";

const unit = { vi: "nghìn tấn", en: "thousand tonnes" };

it.each([
  "nghìn tấn",
  "Nghìn  tấn",
  "1000 tấn",
  "1.000 tấn",
  "ngàn tấn",
  "(nghìn tấn)",
  "thousand tonnes",
  "",
  "-",
  '"',
  "-nt-",
  "tỷ đồng, nghìn tấn",
])("%s names no other unit", (written) => {
  expect(isOtherUnit(written, unit)).toBe(false);
});

it.each(["tấn", "triệu tấn", "1.000.000 tấn", "nghìn con", "%"])("%s is another unit", (written) => {
  expect(isOtherUnit(written, unit)).toBe(true);
});

it.each([
  [["Đơn vị tính: Triệu đồng"], "Triệu đồng"],
  [["Biểu 2 (ĐVT: nghìn tấn.)"], "nghìn tấn"],
  [["Đơn vị tính:", "Tỷ đồng"], "Tỷ đồng"],
  [["Đơn vị: %"], "%"],
  [["Unit: million USD"], "million USD"],
  [["Đơn vị: UBND tỉnh Mẫu"], null],
  [["Đơn vị báo cáo: Sở Công Thương"], null],
  [["Đơn vị tính:"], null],
])("%j above a table names the unit %j", (texts, unit) => {
  expect(unitOfTitles(aTable([texts, ["Chỉ tiêu", "Giá trị"]]), 2)).toBe(unit);
});
