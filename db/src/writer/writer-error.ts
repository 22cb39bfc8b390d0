import { DomainError } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";

const TEXTS = {
  "writer-crashed": {
    vi: "Tiến trình ghi dữ liệu bị ngắt; chưa rõ kết quả, vui lòng gửi lại với cùng khóa chống trùng.",
    en: "The writer stopped; the outcome is unknown. Send again with the same idempotency key.",
  },
  "writer-closed": {
    vi: "Hệ thống đang dừng, không nhận thêm dữ liệu.",
    en: "The system is shutting down and takes no more commands.",
  },
  "command-unknown": {
    vi: "Lệnh ghi dữ liệu không tồn tại.",
    en: "There is no such command.",
  },
} as const satisfies Record<string, Text>;

export function writerError(code: keyof typeof TEXTS, facts: Record<string, string> = {}): DomainError {
  return new DomainError(code, facts, TEXTS[code]);
}
