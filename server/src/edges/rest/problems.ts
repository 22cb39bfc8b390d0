import type { Text } from "@bochiso/shared/text";
import { ROWS_REFUSED } from "../../ingestion/rows-refused.ts";

interface Problem {
  status: number;
  title: Text;
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
}

/** Every request-level code with its status and title. Source: push-api, "Answers". */
export const PROBLEMS = {
  "idempotency-key-missing": {
    status: 400,
    title: { vi: "Thiếu Idempotency-Key hợp lệ", en: "No valid Idempotency-Key" },
  },
  "body-malformed": { status: 400, title: { vi: "Nội dung sai định dạng", en: "The body is malformed" } },
  "digest-mismatch": { status: 400, title: { vi: "Content-Digest không khớp", en: "Content-Digest does not match" } },
  "parameter-unknown": { status: 400, title: { vi: "Tham số không được nhận", en: "Unknown query parameter" } },
  "parameter-malformed": { status: 400, title: { vi: "Giá trị tham số sai", en: "Malformed query parameter" } },
  "time-aggregation-refused": {
    status: 400,
    title: { vi: "Chỉ số không gộp được theo kỳ này", en: "Not aggregated to this period type" },
  },
  "not-supported": { status: 400, title: { vi: "Chưa hỗ trợ", en: "Not supported yet" } },
  "key-invalid": { status: 401, title: { vi: "Khóa truy cập không hợp lệ", en: "The key is not valid" } },
  "feed-not-allowed": {
    status: 403,
    title: { vi: "Khóa không thuộc kênh này", en: "The key may not act for this feed" },
  },
  "not-found": { status: 404, title: { vi: "Không tìm thấy", en: "Not found" } },
  "method-not-allowed": { status: 405, title: { vi: "Phương thức không được nhận", en: "Method not allowed" } },
  "not-acceptable": {
    status: 406,
    title: { vi: "Không có định dạng được yêu cầu", en: "No acceptable representation" },
  },
  "idempotency-key-in-use": {
    status: 409,
    title: { vi: "Yêu cầu cùng khóa đang được xử lý", en: "The same key is being processed" },
    retryAfter: 1,
  },
  "sequence-conflict": {
    status: 409,
    title: { vi: "Số thứ tự đã dùng cho nội dung khác", en: "The sequence number has other content" },
  },
  "sequence-gap": {
    status: 409,
    title: { vi: "Thiếu lượt gửi phía trước", en: "Earlier sequence numbers are missing" },
  },
  "too-large": { status: 413, title: { vi: "Vượt giới hạn", en: "A limit is exceeded" } },
  "effect-too-large": {
    status: 413,
    title: { vi: "Lượt gửi ảnh hưởng quá nhiều ô", en: "The submission affects too many cells" },
  },
  "media-type-unknown": { status: 415, title: { vi: "Kiểu nội dung không được nhận", en: "Unsupported media type" } },
  "rows-refused": ROWS_REFUSED,
  "idempotency-key-reused": {
    status: 422,
    title: { vi: "Idempotency-Key đã dùng cho nội dung khác", en: "The Idempotency-Key was used for other content" },
  },
  "rate-limited": { status: 429, title: { vi: "Quá nhiều yêu cầu", en: "Too many requests" }, retryAfter: 10 },
  "storage-failed": { status: 500, title: { vi: "Lỗi lưu trữ", en: "Storage failed" } },
  internal: { status: 500, title: { vi: "Lỗi hệ thống", en: "Internal error" } },
  busy: { status: 503, title: { vi: "Hệ thống đang bận", en: "Busy" }, retryAfter: 2 },
  "storage-low": { status: 503, title: { vi: "Gần hết chỗ lưu trữ", en: "Storage is running out" }, retryAfter: 60 },
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof PROBLEMS;

/** What else the layers below throw, and the request-level code it means here. */
const SAME_AS: Readonly<Record<string, ProblemCode>> = {
  "writer-crashed": "busy",
  "writer-closed": "busy",
};

/** The request-level code of a domain error; null where it is none and so an internal error. */
export function problemCode(code: string): ProblemCode | null {
  const mapped = SAME_AS[code] ?? code;
  return isProblemCode(mapped) ? mapped : null;
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

/** The status, title and retry hint of a code. */
export function problemOf(code: ProblemCode): Problem {
  return PROBLEMS[code];
}
