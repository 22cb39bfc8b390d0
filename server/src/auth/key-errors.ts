import { DomainError } from "@bochiso/shared/errors";

/** How many keys of a feed may work at a time: one in use, and its successor. */
export const LIVE_KEYS = 2;

export function keyLimit(feed: string): DomainError {
  return new DomainError(
    "key-limit",
    { feed, limit: LIVE_KEYS },
    {
      vi: `Kênh "${feed}" đã có ${LIVE_KEYS} khóa đang dùng được; hãy thu hồi một khóa trước khi tạo hoặc đổi khóa.`,
      en: `The feed "${feed}" has ${LIVE_KEYS} live keys already; revoke one before making or rotating a key.`,
    },
  );
}

export function keyUnknown(id: string): DomainError {
  return new DomainError("key-unknown", { id }, { vi: `Không có khóa "${id}".`, en: `There is no key "${id}".` });
}

export function keyOver(id: string): DomainError {
  return new DomainError(
    "key-over",
    { id },
    { vi: `Khóa "${id}" đã hết hạn hoặc đã bị thu hồi.`, en: `The key "${id}" is expired or revoked already.` },
  );
}

export function keyReplaced(id: string, successor: string): DomainError {
  return new DomainError(
    "key-replaced",
    { id, successor },
    {
      vi: `Khóa "${id}" đã có khóa kế tiếp "${successor}" đang dùng được; hãy chuyển sang khóa đó, hoặc thu hồi nó rồi đổi lại.`,
      en: `The key "${id}" has a live successor "${successor}" already; change over to it, or revoke it and rotate again.`,
    },
  );
}

export function cidrMalformed(text: string): DomainError {
  return new DomainError(
    "cidr-malformed",
    { got: text.slice(0, 60), expected: "10.1.0.0/16, 2001:db8::/32" },
    {
      vi: `"${text.slice(0, 60)}" không phải dải địa chỉ: cần dạng 10.1.0.0/16 hoặc 2001:db8::/32, phần sau tiền tố bằng 0.`,
      en: `"${text.slice(0, 60)}" is no range of addresses: expected 10.1.0.0/16 or 2001:db8::/32, zero behind the prefix.`,
    },
  );
}

/** A moment that has to lie ahead. */
export function momentPast(moment: string, now: string): DomainError {
  return new DomainError(
    "moment-past",
    { moment, now },
    { vi: `Thời điểm ${moment} đã qua.`, en: `The moment ${moment} is past.` },
  );
}
