import { expect, it } from "vitest";
import { statusOfNote, statusSuggested } from "./status-told.ts";

it.each([
  ["Ước tháng 10", "E"],
  ["Ước thực hiện tháng 10/2026", "E"],
  ["Ước TH", "E"],
  ["(*) Số liệu sơ bộ", "P"],
  ["Ghi chú: số sơ bộ", "P"],
  ["Preliminary", "P"],
  ["Thực hiện tháng 9", null],
  ["Công ước, hiệp ước", null],
  ["Sản lượng nước", null],
  ["Chính thức tháng 8, sơ bộ tháng 9", null],
])("%s suggests the status %s", (text, status) => {
  expect(statusSuggested(text)).toBe(status);
});

it.each([
  ["Ước", "E"],
  ["số ước tính", "E"],
  ["(Sơ bộ)", "P"],
  ["Sơ bộ do thiếu một huyện", undefined],
  [undefined, undefined],
])("a note that is nothing but %s is a status", (note, status) => {
  expect(statusOfNote(note)).toBe(status);
});
