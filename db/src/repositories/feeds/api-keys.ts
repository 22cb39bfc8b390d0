import { and, asc, eq, isNull } from "drizzle-orm";
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
}

export async function insertApiKey(tx: WriteTx, key: ApiKey): Promise<void> {
  await tx.db.insert(tx.schema.apiKey).values(key);
}

/** Asked by every request. */
const findById = defineStatement<ApiKey>()(
  "find_api_key",
  { id: "text" },
  `SELECT k.id AS "id", k.kind AS "kind", k.feed AS "feed", k.label AS "label", k.secret_hash AS "secretHash",
     k.created_at AS "createdAt", k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt"
   FROM {rows} JOIN api_key k ON k.id = v.id`,
);

/** The key, revoked and expired ones included: the caller judges. */
export async function findApiKey(tx: ReadTx, id: string): Promise<ApiKey | null> {
  const [found] = await tx.statements.all(findById, [{ id }]);
  return found ?? null;
}

export async function listApiKeys(tx: ReadTx, options: { readonly feed?: string } = {}): Promise<ApiKey[]> {
  const { apiKey } = tx.schema;
  return await tx.db
    .select()
    .from(apiKey)
    .where(options.feed === undefined ? undefined : eq(apiKey.feed, options.feed))
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
