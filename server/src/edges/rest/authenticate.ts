import { type ApiKey, findApiKey } from "@bochiso/db/repositories/feeds";
import { DomainError } from "@bochiso/shared/errors";
import { cidrHolds, parseCidr } from "@bochiso/shared/feed";
import type { Text } from "@bochiso/shared/text";
import type { Request } from "express";
import { type KeyParts, readKey, secretMatches } from "../../auth/api-key.ts";
import { keyState } from "../../auth/key-state.ts";
import type { Services } from "../../services.ts";
import { keyMalformed, keyMissing, keyOver, keySentTwice, keyWrong } from "./key-problems.ts";
import { requestId } from "./request-id.ts";

/** Who stands behind a key: a feed, or a reader of everything published. */
export type Subject =
  | {
      kind: "feed";
      keyId: string;
      feed: string;
      /** ISO instant of the request: what a feed owns changes with time. */
      at: string;
    }
  | { kind: "reader"; keyId: string };

const SUBJECTS = new WeakMap<Request, Subject>();

/** Who a request was found to come from; undefined where its key was not looked at or not good. */
export function subjectOf(request: Request): Subject | undefined {
  return SUBJECTS.get(request);
}

/**
 * The subject of the key in `Authorization: Bearer`. Throws `key-invalid`: who shows the secret of a key that is over is told
 * so, anybody else learns nothing about a key.
 */
export async function authenticate(request: Request, services: Services): Promise<Subject> {
  const known = SUBJECTS.get(request);
  if (known !== undefined) return known;
  const parts = keyOf(request.headersDistinct["authorization"]);
  const stored = await services.store.read((tx) => findApiKey(tx, parts.id));
  // The comparison runs for unknown ids too: the time taken must not tell which ids exist.
  const matches = secretMatches(parts.secret, stored?.secretHash ?? "0".repeat(64));
  if (stored === null || !matches) throw keyWrong();
  const now = services.clock.now();
  const at = now.toISOString();
  const fault = faultOf(stored, request, at);
  if (fault !== null) {
    noteRefusal(services, request, stored, { code: fault, at });
    throw PROBLEMS_OF[fault](stored);
  }
  services.feedNotes.keyUsed(stored.id, stored.lastUsedAt, now);
  const subject: Subject =
    stored.kind === "reader" || stored.feed === null
      ? { kind: "reader", keyId: stored.id }
      : { kind: "feed", keyId: stored.id, feed: stored.feed, at };
  SUBJECTS.set(request, subject);
  return subject;
}

/** The feed of a key, where only a feed may act. Throws `feed-not-allowed` for a reader's key. */
export function requireFeed(subject: Subject): { feed: string; keyId: string; at: string } {
  if (subject.kind === "feed") return subject;
  throw readingOnly();
}

function keyOf([header = "", ...more]: readonly string[] = []): KeyParts {
  if (header === "") throw keyMissing();
  if (more.length > 0) throw keySentTwice();
  const parts = header.toLowerCase().startsWith("bearer ") ? readKey(header.slice(7).trim()) : null;
  if (parts === null) throw keyMalformed();
  return parts;
}

type KeyFault = "key-revoked" | "key-expired" | "key-address";

/** What is told to who shows the right secret of a key that is refused all the same. */
const PROBLEMS_OF: Readonly<Record<KeyFault, (key: ApiKey) => DomainError>> = {
  "key-revoked": (key) => keyOver("revoked", key),
  "key-expired": (key) => keyOver("expired", key),
  "key-address": keyWrong,
};

/** The same for the steward. */
const KEY_FAULTS = {
  "key-revoked": { vi: "Khóa đã bị thu hồi vẫn được dùng.", en: "A revoked key is still being used." },
  "key-expired": { vi: "Khóa đã hết hạn vẫn được dùng.", en: "An expired key is still being used." },
  "key-address": {
    vi: "Khóa được dùng từ địa chỉ ngoài dải cho phép.",
    en: "The key is used from an address outside of those allowed.",
  },
} as const satisfies Record<KeyFault, Text>;

function faultOf(key: ApiKey, request: Request, at: string): KeyFault | null {
  const state = keyState(key, at);
  if (state !== "live") return `key-${state}`;
  if (key.cidrs === null) return null;
  // The peer of the connection, never what a header claims.
  const address = request.socket.remoteAddress ?? "";
  const isAllowed = key.cidrs.some((text) => {
    const range = parseCidr(text);
    return range !== null && cidrHolds(range, address);
  });
  return isAllowed ? null : "key-address";
}

function noteRefusal(
  { feedNotes }: Services,
  { res: response }: Request,
  { id, feed }: ApiKey,
  { code, at }: { readonly code: KeyFault; readonly at: string },
): void {
  if (feed === null) return;
  const number = response === undefined ? null : requestId(response);
  const nothing = { errors: [], errorCount: 0, idempotencyKey: null, person: null };
  feedNotes.refused({ feed, keyId: id, code, content: id, text: KEY_FAULTS[code], requestId: number, at, ...nothing });
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
