import { DomainError, type ErrorFacts } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";

const TEXTS = {
  busy: {
    vi: "Hệ thống đang bận ghi dữ liệu, vui lòng gửi lại sau ít giây.",
    en: "The database is busy; repeat the request in a few seconds.",
  },
  "storage-low": {
    vi: "Ổ đĩa đã đầy, chưa ghi được dữ liệu.",
    en: "The disk is full; nothing was stored.",
  },
  "storage-failed": {
    vi: "Lỗi đọc hoặc ghi ổ đĩa, dữ liệu chưa được xác nhận.",
    en: "Reading or writing storage failed; nothing was acknowledged.",
  },
  "storage-unsafe": {
    vi: "Cấu hình cơ sở dữ liệu không bảo đảm an toàn dữ liệu, hệ thống không khởi động.",
    en: "The database is not set up to keep acknowledged data; the system does not start.",
  },
  "database-in-use": {
    vi: "Cơ sở dữ liệu đang được một tiến trình khác sử dụng.",
    en: "Another process is using this database file.",
  },
  "database-newer": {
    vi: "Cơ sở dữ liệu thuộc phiên bản mới hơn của phần mềm này.",
    en: "The database belongs to a newer version of this software.",
  },
  "nested-unit-of-work": {
    vi: "Lỗi lập trình: mở giao dịch trong một giao dịch khác.",
    en: "A unit of work was opened inside another one; use its transaction.",
  },
  "foreign-await": {
    vi: "Lỗi lập trình: giao dịch chờ một thao tác ngoài cơ sở dữ liệu, đã hủy giao dịch.",
    en: "A unit of work awaited something other than the database and was rolled back.",
  },
} as const satisfies Record<string, Text>;

export type StorageErrorCode = keyof typeof TEXTS;

/** An error of storage as the edges know it. */
export function storageError(code: StorageErrorCode, facts: ErrorFacts = {}, cause?: unknown): DomainError {
  const error = new DomainError(code, facts, TEXTS[code]);
  if (cause !== undefined) error.cause = cause;
  return error;
}
