import type { Text } from "@bochiso/shared/text";
import type { ProblemCode } from "../rest/problems.ts";

/** What a sender does about each problem. */
export const ADVICE: Readonly<Record<ProblemCode, Text>> = {
  "idempotency-key-missing": {
    vi: "Thêm một tiêu đề Idempotency-Key, chỉ gồm ký tự ASCII.",
    en: "Add one header Idempotency-Key, in ASCII characters alone.",
  },
  "body-malformed": {
    vi: "Sửa nội dung tại dòng (line) hoặc vị trí được nêu.",
    en: "Mend the body at the place told.",
  },
  "digest-mismatch": {
    vi: "Tính SHA-256 trên đúng các byte gửi đi, sau khi nén gzip.",
    en: "Compute SHA-256 over the very bytes sent, after gzip.",
  },
  "parameter-unknown": { vi: "Bỏ hoặc sửa tên tham số.", en: "Leave the parameter out or mend its name." },
  "parameter-malformed": { vi: "Sửa giá trị tham số như gợi ý.", en: "Mend the value as told." },
  "time-aggregation-refused": { vi: "Chọn kỳ khác.", en: "Choose another type of period." },
  "not-supported": { vi: "Bỏ phần chưa hỗ trợ.", en: "Leave out what is not built yet." },
  "key-invalid": {
    vi: "Khóa gửi ở tiêu đề Authorization: Bearer bcs_…. reason cho biết khóa đã hết hạn (key-expired) hay bị thu hồi (key-revoked): xin cấp khóa mới. signature cho biết phần nào của chữ ký thiếu hoặc sai. Không gửi lại liên tục.",
    en: "The key goes into Authorization: Bearer bcs_…. reason says that it expired (key-expired) or was revoked (key-revoked): ask for a new one. signature names the part of a signature that is missing or wrong. Do not repeat.",
  },
  "feed-not-allowed": {
    vi: "Mã kênh trong lượt gửi phải đúng kênh của khóa.",
    en: "The feed named must be the one the key belongs to.",
  },
  "not-found": { vi: "Kiểm tra địa chỉ hoặc mã.", en: "Check the address or the code." },
  "method-not-allowed": { vi: "Dùng phương thức nêu ở Allow.", en: "Use a method named in Allow." },
  "not-acceptable": { vi: "Sửa tiêu đề Accept.", en: "Mend the header Accept." },
  "idempotency-key-in-use": {
    vi: "Chờ Retry-After giây rồi gửi lại y nguyên.",
    en: "Wait Retry-After seconds, send the same again.",
  },
  "sequence-conflict": {
    vi: "Số thứ tự này đã dùng cho nội dung khác: dùng số kế tiếp.",
    en: "Other content has this number: take the next one.",
  },
  "sequence-gap": { vi: "Gửi các lượt còn thiếu trước.", en: "Send what is missing first." },
  "too-large": {
    vi: "Giới hạn và vị trí nêu trong lỗi: chia nhỏ lượt gửi, hoặc rút ngắn chuỗi.",
    en: "The limit and the place are told: split the submission, or shorten the text.",
  },
  "effect-too-large": { vi: "Chia nhỏ lượt gửi.", en: "Split the submission." },
  "media-type-unknown": { vi: "Sửa Content-Type như danh sách.", en: "Use one of the types told." },
  "rows-refused": {
    vi: "Sửa các dòng trong errors, gửi lại với Idempotency-Key mới.",
    en: "Mend the rows in errors and send them with a new Idempotency-Key.",
  },
  "idempotency-key-reused": {
    vi: "Nội dung đã đổi: dùng Idempotency-Key mới.",
    en: "The content changed: take a new Idempotency-Key.",
  },
  "rate-limited": { vi: "Chờ Retry-After giây rồi gửi lại.", en: "Wait Retry-After seconds." },
  "storage-failed": {
    vi: "Gửi lại sau, cùng khóa; báo quản trị viên.",
    en: "Send again later; tell the administrator.",
  },
  internal: { vi: "Gửi lại sau; nêu mã yêu cầu khi báo lỗi.", en: "Send again later; quote the request id." },
  busy: { vi: "Chờ Retry-After giây rồi gửi lại y nguyên.", en: "Wait Retry-After seconds, send the same again." },
  "storage-low": {
    vi: "Chờ Retry-After giây; hệ thống chỉ đọc tạm thời.",
    en: "Wait; the system is read-only for now.",
  },
};
