import type { ApiKey } from "@bochiso/db/repositories/feeds";
import { DomainError } from "@bochiso/shared/errors";
import { formatDateTime } from "@bochiso/shared/i18n";
import type { Text } from "@bochiso/shared/text";

/** How a key is sent, as it is told to whoever sends none. */
const HOW = "Authorization: Bearer bcs_…";

/** No key came with the request. */
export function keyMissing(): DomainError {
  return keyInvalid(
    { reason: "key-missing", expected: HOW },
    { vi: `Thiếu khóa truy cập. Gửi khóa ở tiêu đề ${HOW}`, en: `The key is missing. Send it in the header ${HOW}` },
  );
}

/** `Authorization` holds something that cannot be a key. */
export function keyMalformed(): DomainError {
  return keyInvalid(
    { reason: "key-malformed", expected: HOW },
    {
      vi: `Tiêu đề Authorization không đúng dạng. Cần ${HOW} với khóa nguyên vẹn như lúc được cấp.`,
      en: `The header Authorization is not of the form ${HOW} with the whole key as it was given out.`,
    },
  );
}

/** `Authorization` came more than once: which of the keys acts would be left to whoever stands between. */
export function keySentTwice(): DomainError {
  return keyInvalid(
    { reason: "key-malformed", expected: HOW },
    {
      vi: "Tiêu đề Authorization được gửi nhiều lần; chỉ gửi một khóa.",
      en: "The header Authorization was sent more than once; send one key.",
    },
  );
}

/** One answer for an unknown key, a wrong secret and an address that is not allowed: a stranger learns nothing. */
export function keyWrong(): DomainError {
  return keyInvalid(
    {},
    {
      vi: "Khóa không đúng hoặc không được dùng từ địa chỉ này.",
      en: "The key is wrong, or may not be used from this address.",
    },
  );
}

/** Why a key that once worked does not any more: told only to who shows its secret. */
export function keyOver(state: "expired" | "revoked", key: Pick<ApiKey, "expiresAt" | "revokedAt">): DomainError {
  const { said, since, member } = OVER[state];
  const at = key[since];
  if (at === null) return keyWrong();
  return keyInvalid(
    { reason: `key-${state}`, [member]: at },
    { vi: said.vi(formatDateTime(at, "vi")), en: said.en(formatDateTime(at, "en")) },
  );
}

const OVER = {
  expired: {
    since: "expiresAt",
    member: "expiredAt",
    said: {
      vi: (at: string) => `Khóa đã hết hạn từ ${at} (giờ Việt Nam). Hãy xin đơn vị quản trị cấp khóa mới.`,
      en: (at: string) => `The key expired on ${at} (UTC+7). Ask the administrator for a new one.`,
    },
  },
  revoked: {
    since: "revokedAt",
    member: "revokedAt",
    said: {
      vi: (at: string) => `Khóa đã bị thu hồi từ ${at} (giờ Việt Nam). Hãy xin đơn vị quản trị cấp khóa mới.`,
      en: (at: string) => `The key was revoked on ${at} (UTC+7). Ask the administrator for a new one.`,
    },
  },
} as const;

function keyInvalid(facts: Readonly<Record<string, string>>, text: Text): DomainError {
  return new DomainError("key-invalid", facts, text);
}
