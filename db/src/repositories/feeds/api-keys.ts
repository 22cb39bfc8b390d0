import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";

/** A key of a system. Only the hash of its secret is kept. */
export interface ApiKey {
  readonly id: string;
  /** `feed` sends and reads its own; `reader` reads. */
  readonly kind: "feed" | "reader";
  readonly feed: string | null;
  readonly label: string;
  readonly secretHash: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** Addresses it may be used from (CIDR); null = any. */
  readonly cidrs: readonly string[] | null;
  /** Of the last use, to ten minutes. */
  readonly lastUsedAt: string | null;
  /** Who answers for it, as stated; empty where nobody was named. */
  readonly holder: string;
  /** The key made as its successor; null: none was. */
  readonly replacedBy: string | null;
}

/** A key to be stored. */
export type NewApiKey = Omit<ApiKey, "cidrs" | "lastUsedAt" | "holder" | "replacedBy"> &
  Partial<Pick<ApiKey, "cidrs" | "holder">>;

export async function insertApiKey(tx: WriteTx, key: NewApiKey): Promise<void> {
  await tx.db.insert(tx.schema.apiKey).values(key);
}

type StoredKey = Omit<ApiKey, "cidrs"> & { readonly cidrs: string | null };

/** Asked by every request. */
const findById = defineStatement<StoredKey>()(
  "find_api_key",
  { id: "text" },
  `SELECT k.id AS "id", k.kind AS "kind", k.feed AS "feed", k.label AS "label", k.secret_hash AS "secretHash",
     k.created_at AS "createdAt", k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt", k.cidrs AS "cidrs",
     k.last_used_at AS "lastUsedAt", k.holder AS "holder",
     k.replaced_by AS "replacedBy"
   FROM {rows} JOIN api_key k ON k.id = v.id`,
);

/** The key, revoked and expired ones included: the caller judges. */
export async function findApiKey(tx: ReadTx, id: string): Promise<ApiKey | null> {
  const [found] = await tx.statements.all(findById, [{ id }]);
  if (found === undefined) return null;
  return { ...found, cidrs: found.cidrs === null ? null : (JSON.parse(found.cidrs) as readonly string[]) };
}

export async function listApiKeys(
  tx: ReadTx,
  options: { readonly feed?: string; readonly ids?: readonly string[] } = {},
): Promise<ApiKey[]> {
  const { apiKey } = tx.schema;
  const { feed, ids } = options;
  return await tx.db
    .select()
    .from(apiKey)
    .where(
      and(
        feed === undefined ? undefined : eq(apiKey.feed, feed),
        ids === undefined ? undefined : inArray(apiKey.id, [...ids]),
      ),
    )
    .orderBy(asc(apiKey.createdAt), asc(apiKey.id));
}

/** Revokes a key at a moment; one already revoked keeps its first moment. */
export async function revokeApiKey(tx: WriteTx, id: string, at: string): Promise<void> {
  const { apiKey } = tx.schema;
  await tx.db
    .update(apiKey)
    .set({ revokedAt: at })
    .where(and(eq(apiKey.id, id), isNull(apiKey.revokedAt)));
}

/** Lets a key end at a moment. */
export async function setKeyExpiry(tx: WriteTx, id: string, expiresAt: string): Promise<void> {
  const { apiKey } = tx.schema;
  await tx.db.update(apiKey).set({ expiresAt }).where(eq(apiKey.id, id));
}

/** Puts down which key was made as the successor of another. */
export async function setSuccessor(tx: WriteTx, id: string, replacedBy: string): Promise<void> {
  const { apiKey } = tx.schema;
  await tx.db.update(apiKey).set({ replacedBy }).where(eq(apiKey.id, id));
}

const noteUse = defineStatement<never>()(
  "note_key_use",
  { id: "text", at: "text" },
  `UPDATE api_key SET last_used_at = CASE WHEN v.at < api_key.created_at THEN api_key.created_at ELSE v.at END FROM {rows}
   WHERE api_key.id = v.id AND (api_key.last_used_at IS NULL OR api_key.last_used_at < v.at)`,
);

/**
 * Notes when keys were last used; an earlier moment than the noted one changes nothing. Moments come rounded down to ten
 * minutes: none is noted from before the key was made.
 */
export async function noteKeyUses(
  tx: WriteTx,
  uses: readonly { readonly id: string; readonly at: string }[],
): Promise<void> {
  await tx.statements.run(
    noteUse,
    [...uses].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}
