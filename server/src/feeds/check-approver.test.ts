import { expect, it } from "vitest";
import { isNamed } from "./check-approver.ts";

it.each([
  ["Nguyễn Văn Gửi, chuyên viên", "nguyen van gui", true],
  ["person:Nguyễn Văn Gửi (chuyên viên)", "NGUYỄN  VĂN GỬI", true],
  ["HQ", "Nguyễn Văn Gửi", false],
  ["Đỗ Hà", "do ha", true],
  ["Đỗ Hải", "Đỗ Hà", false],
  ["key:abcdef012345", "Trần Thị Duyệt", false],
  ["", "Trần Thị Duyệt", false],
])("%j names %j: %s", (text, name, expected) => {
  expect(isNamed(text, name)).toBe(expected);
});
