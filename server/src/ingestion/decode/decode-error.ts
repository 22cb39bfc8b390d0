import { DomainError } from "@bochiso/shared/errors";
import { formatNumber } from "@bochiso/shared/i18n";
import type { Language, Text } from "@bochiso/shared/text";
import { LIMITS } from "../limits.ts";

const MEBIBYTE = 1024 * 1024;

/** Where in a body a fault is, as far as it is known: RFC 6901 pointer, row from 0, line from 1, character from 0. */
export type BodyPlace = {
  readonly pointer?: string;
  readonly row?: number;
  readonly line?: number;
  readonly at?: number;
};

/** The body is not what its media type promises; nothing of it was looked at further. */
export function bodyMalformed(
  text: Text,
  facts: BodyPlace & { readonly expected?: string; readonly nearest?: string } = {},
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
    vi: (max: string) => `Nội dung lồng nhau quá ${max} cấp: so với mẫu ở /api/docs.`,
    en: (max: string) => `The body is nested deeper than ${max} levels: compare it with the examples at /api/docs.`,
  },
  stringBytes: {
    unit: 1,
    vi: (max: string) => `Có chuỗi ký tự dài hơn ${max} byte: rút ngắn lại.`,
    en: (max: string) => `A text is longer than ${max} bytes: shorten it.`,
  },
} as const;

/** A published limit is exceeded; `limit` names it as in `GET /api/v1/limits`, `place` tells where. */
export function tooLarge(limit: keyof typeof EXCEEDED, place: BodyPlace = {}): DomainError {
  const max = LIMITS[limit];
  const { unit, vi, en } = EXCEEDED[limit];
  const written = (language: Language): string => formatNumber(max / unit, { lang: language, decimals: 0 });
  const text = { vi: vi(written("vi")), en: en(written("en")) };
  return new DomainError("too-large", { limit, max, ...place }, withPlace(place, text));
}

/** What is said, behind what a sender sees in an editor: the line, and what is written there. */
function withPlace({ line, pointer }: BodyPlace, { vi, en }: Text): Text {
  if (line === undefined) return { vi, en };
  const there = pointer === undefined ? `${line}` : `${line}, ${pointer}`;
  return { vi: `Dòng ${there}: ${vi}`, en: `Line ${there}: ${en}` };
}
