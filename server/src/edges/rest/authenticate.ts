import { findApiKey } from "@bochiso/db/repositories/feeds";
import { DomainError } from "@bochiso/shared/errors";
import type { Request } from "express";
import { readKey, secretMatches } from "../../auth/api-key.ts";
import type { Services } from "../../services.ts";

/** Who stands behind a key: a feed, or a reader of everything published. */
export type Subject = { kind: "feed"; keyId: string; feed: string } | { kind: "reader"; keyId: string };

/** The subject of the key in `Authorization: Bearer`. Throws `key-invalid`, which tells nothing about why. */
export async function authenticate(request: Request, services: Services): Promise<Subject> {
  const header = request.headers.authorization ?? "";
  const parts = header.toLowerCase().startsWith("bearer ") ? readKey(header.slice(7).trim()) : null;
  if (parts === null) throw keyInvalid();
  const stored = await services.store.read((tx) => findApiKey(tx, parts.id));
  // The comparison runs for unknown ids too: the time taken must not tell which ids exist.
  const matches = secretMatches(parts.secret, stored?.secretHash ?? "0".repeat(64));
  if (stored === null || !matches || stored.revokedAt !== null) throw keyInvalid();
  if (stored.expiresAt !== null && Date.parse(stored.expiresAt) <= services.clock.now().getTime()) throw keyInvalid();
  if (stored.kind === "reader" || stored.feed === null) return { kind: "reader", keyId: stored.id };
  return { kind: "feed", keyId: stored.id, feed: stored.feed };
}

/** The feed of a key, where only a feed may act. Throws `feed-not-allowed` for a reader's key. */
export function requireFeed(subject: Subject): { feed: string; keyId: string } {
  if (subject.kind === "feed") return subject;
  throw readingOnly();
}

function keyInvalid(): DomainError {
  return new DomainError(
    "key-invalid",
    {},
    {
      vi: "Thiếu khóa truy cập hoặc khóa không đúng, đã hết hạn, đã thu hồi.",
      en: "The key is missing, wrong, expired or revoked.",
    },
  );
}

/** The key reads everything published and sends nothing. */
export function readingOnly(): DomainError {
  return new DomainError(
    "feed-not-allowed",
    { keyKind: "reader" },
    {
      vi: "Đây là khóa chỉ đọc, không gửi được số liệu; gửi cần khóa của một kênh.",
      en: "This key is for reading only and cannot send; sending takes the key of a feed.",
    },
  );
}

/** The key belongs to somebody else. */
export function feedNotAllowed(feed: string): DomainError {
  return new DomainError(
    "feed-not-allowed",
    { feed },
    {
      vi: `Khóa này không được dùng cho kênh "${feed}".`,
      en: `This key may not act for the feed "${feed}".`,
    },
  );
}
