import type { RowError, RowErrorCode } from "@bochiso/shared/submission";
import type { Text } from "@bochiso/shared/text";
import { exactText } from "../../feeds/common/exact-text.ts";
import { figuresIn } from "../../feeds/common/expected-text.ts";

/** Faults that the contract tells to machines, as they read to who fills in a table. */
const FOR_PEOPLE: Partial<Record<RowErrorCode, (error: RowError) => Text>> = {
  "note-required": () => ({
    vi: "Số này đã là số chính thức. Muốn sửa, ghi lý do vào cột Ghi chú.",
    en: "This is a final figure. To change it, give the reason in the column Note.",
  }),
  "value-missing": () => ({
    vi: "Ghi giá trị; không có số thì để trống và ghi trạng thái, như thiếu số liệu (O).",
    en: "Give a value; where there is none leave it empty and give a status, such as missing (O).",
  }),
  "value-out-of-range": ({ got = "", expected = "" }) => ({
    vi: `${exactText(got, "vi")} nằm ngoài giới hạn của chỉ số (${figuresIn(expected, "vi")}).`,
    en: `${exactText(got, "en")} is outside the limits of the indicator (${figuresIn(expected, "en")}).`,
  }),
  "status-regression": () => ({
    vi: "Số đang lưu có trạng thái chắc chắn hơn; không đổi về trạng thái trước đó được.",
    en: "The stored figure has a firmer status; it does not go back.",
  }),
};

/** Codes whose text for people says all there is to say. */
const SAYS_ALL: ReadonlySet<RowErrorCode> = new Set(["note-required", "value-missing", "value-out-of-range"]);

/** Why a row of a person is refused. */
export function entryErrorText(error: RowError): Text {
  return FOR_PEOPLE[error.code]?.(error) ?? { vi: error.detailVi, en: error.detail };
}

/** Whether what came and what is asked for has to be told besides. */
export function needsDetails({ code }: RowError): boolean {
  return !SAYS_ALL.has(code);
}

/** Which field of a line is at fault. */
export function faultyColumn({ pointer }: RowError): "typed" | "status" | "note" {
  if (pointer.endsWith("/note")) return "note";
  return pointer.endsWith("/status") ? "status" : "typed";
}
