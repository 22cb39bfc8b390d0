import { expect, it } from "vitest";
import { namesPerson } from "./names-person.ts";

it.each([
  ["Nguyễn Văn Gửi, chuyên viên", "nguyen van gui", true],
  ["person:Nguyễn Văn Gửi (chuyên viên)", "NGUYỄN  VĂN GỬI", true],
  ["Nguyễn Văn Gửi".normalize("NFD"), "Nguyễn Văn Gửi".normalize("NFC"), true],
  ["Đỗ Hà", "do ha", true],
  // Titles on either side.
  ["Nguyễn Văn Gửi", "Ông Nguyễn Văn Gửi", true],
  ["Nguyễn Văn Gửi", "PGS.TS. Nguyễn Văn Gửi", true],
  ["Nguyễn Văn Gửi", "ThS. BS. CKII Nguyễn Văn Gửi", true],
  ["Đ/c Nguyễn Văn Gửi", "đồng chí Nguyễn Văn Gửi", true],
  ["Bà Trần Thị Duyệt – Trưởng phòng", "Phó Giáo sư, Tiến sĩ Trần Thị Duyệt", true],
  ["Nguyễn Văn Gửi", "Phó Cục trưởng Nguyễn Văn Gửi", true],
  // Order, middle names, abbreviations, user names.
  ["Nguyễn Văn Gửi", "Gửi Nguyễn Văn", true],
  ["chuyên viên Nguyễn Văn Gửi", "Nguyễn Gửi", true],
  ["N. V. Gửi", "Nguyễn Văn Gửi", true],
  ["Nguyễn Văn Gửi", "Ng.V. Gửi", true],
  ["nguyenvangui@example.vn", "Nguyễn Văn Gửi", true],
  // Other people.
  ["HQ", "Nguyễn Văn Gửi", false],
  ["Đỗ Hải", "Đỗ Hà", false],
  ["Đoàn Văn Gửi", "Đỗ Văn Gửi", false],
  ["Trần Văn Anh", "Trần Văn A", false],
  ["Nguyễn Văn Gửi (Sở Y tế Hà Nội)", "Nguyễn Văn Hà", false],
  ["N. V. Gửi", "Nguyễn Văn Nhận", false],
  ["key:abcdef012345", "Trần Thị Duyệt", false],
  ["Đơn vị gửi", "Nguyễn Văn Gửi", false],
  ["Ông Hà", "Anh Thơ", false],
  ["", "Trần Thị Duyệt", false],
])("%j names %j: %s", (text, name, expected) => {
  expect(namesPerson(text, name)).toBe(expected);
});
