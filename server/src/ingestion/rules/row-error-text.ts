import type { RowErrorCode } from "@bochiso/shared/submission";
import type { Text } from "@bochiso/shared/text";

/** Facts a message may speak of. `got` never holds content marked as a State secret. */
export interface RowFacts {
  field?: string;
  got?: string;
  expected?: string;
  nearest?: string;
}

const name = (facts: RowFacts): string => facts.field ?? "";
const got = (facts: RowFacts): string => facts.got ?? "";

/** One sentence per code of the closed list, in both languages. */
export const ROW_ERROR_TEXT = {
  "field-unknown": (f) => ({
    vi: `Không nhận trường "${name(f)}" ở dạng này.`,
    en: `The field "${name(f)}" is not accepted in this form.`,
  }),
  "field-missing": (f) => ({ vi: `Thiếu trường "${name(f)}".`, en: `The field "${name(f)}" is missing.` }),
  "indicator-unknown": (f) => ({ vi: `Không có chỉ số "${got(f)}".`, en: `There is no indicator "${got(f)}".` }),
  "indicator-not-in-force": (f) => ({
    vi: `Chỉ số "${got(f)}" chưa có hiệu lực tại kỳ này; có hiệu lực từ ${f.expected ?? ""}.`,
    en: `The indicator "${got(f)}" is not in force at this period; it is from ${f.expected ?? ""}.`,
  }),
  "indicator-derived": (f) => ({
    vi: `Chỉ số "${got(f)}" do hệ thống tính, không nhận số liệu thực hiện gửi vào.`,
    en: `The indicator "${got(f)}" is computed here and takes no reported actual values.`,
  }),
  "indicator-not-in-feed": (f) => ({
    vi: `Kênh này không được gửi chỉ số "${got(f)}".`,
    en: `This feed may not send the indicator "${got(f)}".`,
  }),
  "area-unknown": (f) => ({ vi: `Không có địa phương "${got(f)}".`, en: `There is no area "${got(f)}".` }),
  "area-not-valid-at-period": (f) => ({
    vi: `Địa phương "${got(f)}" không tồn tại trong kỳ này.`,
    en: `The area "${got(f)}" does not exist in this period.`,
  }),
  "area-not-in-feed": (f) => ({
    vi: `Kênh này không được gửi số liệu của địa phương "${got(f)}".`,
    en: `This feed may not send values of the area "${got(f)}".`,
  }),
  "period-malformed": (f) => ({ vi: `Không đọc được kỳ "${got(f)}".`, en: `"${got(f)}" is not a period.` }),
  "period-type-mismatch": (f) => ({
    vi: `Kỳ "${got(f)}" không đúng kỳ dữ liệu của chỉ số.`,
    en: `The period "${got(f)}" is not of the indicator's period type.`,
  }),
  "period-in-future": (f) => ({
    vi: `Kỳ "${got(f)}" chưa bắt đầu, chưa thể có số liệu thực hiện. Số dự báo, kế hoạch, chỉ tiêu gửi kèm "scenario": "forecast", "plan" hoặc "target".`,
    en: `The period "${got(f)}" has not begun; it cannot have actual values yet. Send a forecast, plan or target with "scenario": "forecast", "plan" or "target".`,
  }),
  "period-locked": (f) => ({ vi: `Kỳ "${got(f)}" đã chốt số liệu.`, en: `The period "${got(f)}" is locked.` }),
  "dimension-unknown": (f) => ({
    vi: `Chỉ số không có phân tổ "${name(f)}".`,
    en: `The indicator has no dimension "${name(f)}".`,
  }),
  "dimension-missing": (f) => ({
    vi: `Thiếu phân tổ bắt buộc "${name(f)}".`,
    en: `The required dimension "${name(f)}" is missing.`,
  }),
  "code-unknown": (f) => ({
    vi: `Phân tổ "${name(f)}" không có mã "${got(f)}".`,
    en: `The dimension "${name(f)}" has no code "${got(f)}".`,
  }),
  "scenario-not-allowed": (f) => ({
    vi: `Kịch bản "${got(f)}" không được nhận.`,
    en: `The scenario "${got(f)}" is not accepted.`,
  }),
  "value-not-a-number": (f) => ({ vi: `"${got(f)}" không phải là số.`, en: `"${got(f)}" is not a number.` }),
  "value-missing": () => ({
    vi: "Giá trị và trạng thái không khớp: giá trị trống cần trạng thái M (không thể có số liệu), O (thiếu số liệu) hoặc L (không thu thập), và ngược lại.",
    en: "Value and status disagree: an empty value needs the status M, O or L, and these take no value.",
  }),
  "value-out-of-range": (f) => ({
    vi: `Giá trị "${got(f)}" nằm ngoài giới hạn tự nhiên của chỉ số.`,
    en: `The value "${got(f)}" lies outside the indicator's natural limits.`,
  }),
  "value-precision": () => ({
    vi: "Giá trị vượt quá 38 chữ số hoặc không hữu hạn.",
    en: "The value takes more than 38 digits or is not finite.",
  }),
  "status-unknown": (f) => ({ vi: `Không có trạng thái "${got(f)}".`, en: `There is no status "${got(f)}".` }),
  "status-regression": (f) => ({
    vi: `Trạng thái đang lưu là "${f.expected ?? ""}", không được lùi về "${got(f)}".`,
    en: `The stored status is "${f.expected ?? ""}"; it does not go back to "${got(f)}".`,
  }),
  "note-required": () => ({
    vi: "Thay đổi số chính thức hoặc rút số liệu phải nêu lý do (note).",
    en: "Changing a final value or retracting one needs its reason (note).",
  }),
  "duplicate-in-batch": () => ({
    vi: "Số liệu của ô này đã có ở một dòng trước trong cùng lượt gửi; mỗi ô chỉ gửi một dòng.",
    en: "The same cell is already in an earlier row of this submission; a cell takes one row.",
  }),
  "nothing-to-retract": () => ({
    vi: "Không có số liệu nào để rút.",
    en: "There is no value to retract.",
  }),
  "state-secret-refused": () => ({
    vi: "Hệ thống không nhận số liệu thuộc danh mục bí mật nhà nước.",
    en: "Values classified as State secrets are refused.",
  }),
} as const satisfies Record<RowErrorCode, (facts: RowFacts) => Text>;
