import { both, type Phrases } from "./phrase.ts";

/** A template of this system that was filled in. */
export const TEMPLATE_PHRASES = {
  "template-feed": {
    severity: "error",
    text: (got) =>
      both(
        `Mẫu này là của kênh “${got}”, không phải kênh đang mở; không đọc.`,
        `This is the template of the feed “${got}”, not of the one open; it is not read.`,
      ),
    advice: both(
      "Mở đúng kênh rồi tải lên, hoặc tải mẫu của kênh này.",
      "Open that feed, or download the template of this one.",
    ),
  },
  "template-period": {
    severity: "error",
    text: (got) =>
      both(`Dòng ghi kỳ “${got}” khác kỳ của mẫu.`, `The line says “${got}”, another period than the template.`),
    advice: both(
      "Không sửa cột Kỳ; tải mẫu của kỳ cần nhập.",
      "Leave the period as it is; download the template of the period wanted.",
    ),
  },
  "template-version": {
    severity: "error",
    text: (got) =>
      both(`Phiên bản mẫu “${got}” không còn dùng.`, `The template version “${got}” is not in use any more.`),
    advice: both("Tải mẫu mới và chép giá trị sang.", "Download the new template and copy the values over."),
  },
  "template-empty": {
    severity: "warning",
    text: () => both("Mẫu chưa có giá trị nào.", "No value is filled in."),
    advice: both(
      "Điền cột Giá trị, hoặc cột Trạng thái với O, M, L cho ô không có số.",
      "Fill in values, or the status O, M or L where there is none.",
    ),
  },
  "template-changed": {
    severity: "warning",
    text: (got) => both(`${got} dòng không có trong mẫu gốc.`, `${got} lines are not of the template.`),
    advice: both(
      "Kiểm tra mã chỉ số, địa phương và phân tổ ở bảng xem trước.",
      "Check indicator, area and breakdown in the preview.",
    ),
  },
} as const satisfies Phrases;
