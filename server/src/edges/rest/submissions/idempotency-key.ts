import { DomainError } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";
import { LIMITS } from "../../../ingestion/limits.ts";

/** What an Idempotency-Key is written with, as in a String of RFC 8941: other bytes read differently from one side to the other. */
export const IDEMPOTENCY_KEY_PATTERN = "^[ -~]+$";
const WRITTEN = new RegExp(IDEMPOTENCY_KEY_PATTERN);

/**
 * The key of a submission, of the lines of its header as they came. Throws `idempotency-key-missing` where it cannot be
 * found again by its sender: missing, too long, sent twice, or with characters that a header cannot carry.
 */
export function idempotencyKeyOf(lines: readonly string[] = []): string {
  const [key = "", ...more] = lines;
  const max = LIMITS.idempotencyKeyChars;
  if (more.length > 0) throw keyRefused(sentTwice(lines.length));
  if (key === "" || key.length > max) throw keyRefused(wrongLength(max));
  if (!WRITTEN.test(key)) throw keyRefused(notAscii());
  return key;
}

function keyRefused(text: Text): DomainError {
  return new DomainError(
    "idempotency-key-missing",
    { maxChars: LIMITS.idempotencyKeyChars, pattern: IDEMPOTENCY_KEY_PATTERN },
    text,
  );
}

function wrongLength(max: number): Text {
  return {
    vi: `Cần tiêu đề Idempotency-Key dài 1–${max} ký tự.`,
    en: `The header Idempotency-Key of 1–${max} characters is required.`,
  };
}

function sentTwice(times: number): Text {
  return {
    vi: `Tiêu đề Idempotency-Key được gửi ${times} lần; mỗi lượt gửi có đúng một khóa.`,
    en: `The header Idempotency-Key was sent ${times} times; a submission has one key.`,
  };
}

function notAscii(): Text {
  return {
    vi: "Idempotency-Key chỉ được viết bằng ký tự ASCII: chữ cái không dấu, chữ số, khoảng trắng ở giữa và các dấu như - _ . : / (mã từ 0x20 đến 0x7E). Đặt khóa theo mã băm của nội dung thay vì tên tệp có dấu.",
    en: "An Idempotency-Key is written in ASCII alone: letters without marks, digits, spaces inside, and signs such as - _ . : / (0x20 to 0x7E). Make it of the hash of the content, not of a file name with marks.",
  };
}
