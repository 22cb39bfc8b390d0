import { DomainError } from "@bochiso/shared/errors";
import { formatNumber } from "@bochiso/shared/i18n";
import type { Language, Text } from "@bochiso/shared/text";
import { LIMITS } from "../limits.ts";

const MEBIBYTE = 1024 * 1024;

/** The body is not what its media type promises; nothing of it was looked at further. */
export function bodyMalformed(
  text: Text,
  facts: { pointer?: string; at?: number; line?: number; expected?: string; nearest?: string } = {},
): DomainError {
  return new DomainError("body-malformed", facts, text);
}

/** What each limit says to who exceeds it; `max` is the number as people write it. */
const EXCEEDED = {
  wireBytes: {
    unit: MEBIBYTE,
    vi: (max: string) => `Nội dung gửi đi lớn hơn ${max} MiB: nén gzip hoặc chia thành nhiều lượt.`,
    en: (max: string) => `More than ${max} MiB were sent: use gzip, or divide it into several submissions.`,
  },
  inflatedBytes: {
    unit: MEBIBYTE,
    vi: (max: string) => `Nội dung sau khi giải nén lớn hơn ${max} MiB: chia thành nhiều lượt.`,
    en: (max: string) => `The body inflates to more than ${max} MiB: divide it into several submissions.`,
  },
  observations: {
    unit: 1,
    vi: (max: string) => `Có hơn ${max} dòng số liệu: chia thành nhiều lượt.`,
    en: (max: string) => `There are more than ${max} rows: divide them into several submissions.`,
  },
  depth: {
    unit: 1,
    vi: (max: string) => `Nội dung lồng nhau quá ${max} cấp.`,
    en: (max: string) => `The body is nested deeper than ${max} levels.`,
  },
  stringBytes: {
    unit: 1,
    vi: (max: string) => `Có chuỗi ký tự dài hơn ${max} byte.`,
    en: (max: string) => `A text is longer than ${max} bytes.`,
  },
} as const;

/** A published limit is exceeded; `limit` names it as in `GET /api/v1/limits`. */
export function tooLarge(limit: keyof typeof EXCEEDED): DomainError {
  const max = LIMITS[limit];
  const { unit, vi, en } = EXCEEDED[limit];
  const written = (language: Language): string => formatNumber(max / unit, { lang: language, decimals: 0 });
  return new DomainError("too-large", { limit, max }, { vi: vi(written("vi")), en: en(written("en")) });
}
