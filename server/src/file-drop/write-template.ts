import { breakdownKey } from "@bochiso/shared/breakdown";
import { ENTRY_STATUSES, type EntryCell, type EntryFigure, type EntryGridModel } from "@bochiso/shared/entry";
import { formatDateTime, OBSERVATION_STATUS_WORDS } from "@bochiso/shared/i18n";
import { TEMPLATE_SHEET, TEMPLATE_VERSION } from "./template-sheet.ts";
import { type WrittenCell, type WrittenSheet, writeWorkbook } from "./xlsx/write-workbook.ts";

const HEADER = [
  "Mã chỉ số",
  "Tên chỉ số",
  "Mã địa phương",
  "Tên địa phương",
  "Mã phân tổ",
  "Phân tổ",
  "Kỳ",
  "Đơn vị",
  "Cùng kỳ năm trước",
  "Kỳ trước",
  "Giá trị đang lưu",
  "Giá trị",
  "Trạng thái",
  "Ghi chú",
];
const WIDTHS = [26, 46, 14, 18, 18, 24, 12, 16, 16, 14, 16, 18, 22, 36];
const STATUS_COLUMN = HEADER.indexOf("Trạng thái");

const HELP =
  "Chỉ điền các ô nền vàng. Để trống = không gửi. Trạng thái: chọn trong danh sách, để trống là chính thức; không có số thì để trống giá trị và chọn O (thiếu số liệu), M (không thể có số liệu) hoặc L (không thu thập). Sửa số chính thức phải ghi lý do ở cột Ghi chú.";

/** The template of a feed and period: everything but the values is filled in, and it is known again when it comes back. */
export function writeTemplate(grid: EntryGridModel, now: string): Uint8Array {
  const { feed, feedName, period } = grid;
  const title = `${feedName.vi} · ${period.label.vi}`;
  const made = `Mẫu nhập số liệu, phiên bản ${TEMPLATE_VERSION} · kênh ${feed} · kỳ ${period.id} · lập lúc ${formatDateTime(now, "vi")}`;
  const head: readonly WrittenCell[][] = [
    [{ value: title, style: "title" }],
    [{ value: made, style: "soft" }],
    [{ value: HELP, style: "soft" }],
    HEADER.map((value) => ({ value, style: "head" as const })),
  ];
  const sheet: WrittenSheet = {
    name: "Nhập số liệu",
    hidden: false,
    widths: WIDTHS,
    rows: [...head, ...grid.cells.map((cell) => lineOf(cell, period.id))],
    frozen: { rows: head.length, columns: 2 },
    locked: true,
    choice: {
      column: STATUS_COLUMN,
      first: head.length,
      last: head.length + Math.max(0, grid.cells.length - 1),
      of: ENTRY_STATUSES.map((status) => `${status} – ${OBSERVATION_STATUS_WORDS[status].vi}`),
    },
  };
  const mark = Object.entries({ template: "bochiso", version: TEMPLATE_VERSION, feed, period: period.id });
  const hidden: WrittenSheet = {
    name: TEMPLATE_SHEET,
    hidden: true,
    widths: [14, 30],
    rows: mark.map((pair) => pair.map((value) => ({ value, style: "plain" as const }))),
    locked: true,
  };
  return writeWorkbook([sheet, hidden]);
}

function lineOf(cell: EntryCell, period: string): WrittenCell[] {
  const text = (value: string): WrittenCell => ({ value, style: "plain" });
  return [
    text(cell.indicator),
    text(cell.indicatorName.vi),
    text(cell.area),
    text(cell.areaName.vi),
    text(breakdownKey(cell.breakdown)),
    text(cell.breakdownLabel?.vi ?? ""),
    text(period),
    text(cell.unit.name.vi),
    figure(cell.yearAgo),
    figure(cell.previous),
    figure(cell.current),
    { value: null, style: "enter-number" },
    { value: null, style: "enter-text" },
    { value: null, style: "enter-text" },
  ];
}

/** Beside the value for orientation; a number of more digits than a spreadsheet holds is rounded there alone. */
function figure(stored: EntryFigure | null): WrittenCell {
  return { value: stored?.value == null ? null : Number(stored.value), style: "soft-number" };
}
