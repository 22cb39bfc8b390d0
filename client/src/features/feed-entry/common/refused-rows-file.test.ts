import type { RowError } from "@bochiso/shared/submission";
import { expect, it } from "vitest";
import { refusedRowsFile } from "./refused-rows-file.ts";

const fault = (row: number, code: RowError["code"], detailVi: string): RowError => ({
  pointer: `/observations/${row}/value`,
  row,
  code,
  detail: "",
  detailVi,
});

it("holds the refused rows alone, in the columns that a file is read by, each with its reasons", () => {
  const rows = [
    { indicator: "a.money", area: "VN", period: "2026-10", value: "5" },
    { indicator: "a.money", area: "99", period: "2026-10", value: "1.234", breakdown: { ownership: "FDI" }, note: "x" },
    { indicator: "a.rate", area: "VN", period: "2026-10", value: "195.5", status: "P" },
  ];
  const errors = [fault(1, "area-unknown", "Không có địa phương này."), fault(2, "note-required", "")];
  const text = refusedRowsFile(rows, { outcomes: ["created", "rejected", "rejected"], errors }, "vi");
  expect(text.split("\r\n").slice(1, 3)).toEqual([
    "a.money;99;ownership=FDI;2026-10;1,2340;;;x;;Không có địa phương này.",
    "a.rate;VN;;2026-10;195,5;P;;;;Số này đã là số chính thức. Muốn sửa, ghi lý do vào cột Ghi chú.",
  ]);
});
