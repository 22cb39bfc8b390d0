import { signatureKeysOf } from "@bochiso/db/repositories/intake";
import type { AddSignatureKeyInput, RevokeSignatureKeyInput, SignatureKeyLine } from "@bochiso/shared/steward";
import { feedUnknown } from "../../auth/create-key.ts";
import type { FeedDeps } from "./feed-deps.ts";
import { personText } from "./key-actions.ts";

/** The signature keys of a feed, live ones first, then the last revoked. Throws `feed-unknown`. */
export async function listSignatureKeys(
  { store, catalogue }: FeedDeps,
  { feed }: { feed: string },
): Promise<SignatureKeyLine[]> {
  return await store.read(async (tx) => {
    if (!(await catalogue.current(tx)).feeds.has(feed)) throw feedUnknown(feed);
    const keys = await signatureKeysOf(tx, feed, { all: true });
    return keys
      .map(({ keyid, publicKey, required, createdAt, createdBy, revokedAt }) => {
        return { keyid, publicKey, required, createdAt, createdBy, revokedAt };
      })
      .sort(
        (a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null) || (a.createdAt < b.createdAt ? 1 : -1),
      );
  });
}

/** Registers a public key. Throws `signature-key-taken`, `signature-key-malformed`. */
export async function addSignatureKey(
  { writer }: FeedDeps,
  { by, ...key }: AddSignatureKeyInput,
): Promise<{ keyid: string }> {
  await writer.execute({ name: "add-signature-key", input: { ...key, by: personText(by) } });
  return { keyid: key.keyid };
}

/** Ends a key: what it signs from now on is refused. Throws `signature-key-malformed` where the feed has no such live key. */
export async function revokeSignatureKey(
  { writer }: FeedDeps,
  { by, ...key }: RevokeSignatureKeyInput,
): Promise<{ keyid: string }> {
  await writer.execute({ name: "revoke-signature-key", input: { ...key, by: personText(by) } });
  return { keyid: key.keyid };
}
