import { listApiKeys } from "@bochiso/db/repositories/feeds";
import type { Approver, FeedKey, MadeKey, MakeKeyInput, RevokeKeyInput, RotateKeyInput } from "@bochiso/shared/feed";
import { makeKey as newKey } from "../../auth/api-key.ts";
import { keyState } from "../../auth/key-state.ts";
import type { FeedDeps } from "./feed-deps.ts";

const DAY_MS = 86_400_000;

/** A person as the audit keeps them: as stated on the form. */
export function personActor(by: Approver): string {
  return `person:${personText(by)}`;
}

/** A person as lists name them: as stated on the form. */
export function personText({ name, position }: Approver): string {
  return `${name} (${position})`;
}

/** The keys of a feed, live ones first. */
export async function listKeys({ store, clock }: FeedDeps, { feed }: { feed: string }): Promise<FeedKey[]> {
  const now = clock.now().toISOString();
  const keys = await store.read((tx) => listApiKeys(tx, { feed }));
  const rank = { live: 0, expired: 1, revoked: 2 };
  return keys
    .map((key): FeedKey => {
      const { id, label, holder, createdAt, expiresAt, revokedAt, lastUsedAt, cidrs } = key;
      const state = keyState(key, now);
      return { id, label, holder, createdAt, expiresAt, revokedAt, lastUsedAt, cidrs: cidrs ?? [], state };
    })
    .sort((a, b) => rank[a.state] - rank[b.state] || (a.createdAt < b.createdAt ? 1 : -1));
}

/** Makes a key; its secret is in the answer and nowhere else. */
export async function makeKey({ writer, clock }: FeedDeps, input: MakeKeyInput): Promise<MadeKey> {
  const { by, ...asked } = input;
  const { id, key, secretHash } = newKey();
  const at = clock.now().toISOString();
  const command = { ...asked, id, kind: "feed", secretHash, at, actor: personActor(by) } as const;
  await writer.execute({ name: "create-key", input: command });
  return { id, key };
}

/** Makes the successor of a key. */
export async function rotateKey({ writer, clock }: FeedDeps, input: RotateKeyInput): Promise<MadeKey> {
  const { id, key, secretHash } = newKey();
  const now = clock.now();
  const command = {
    old: input.id,
    id,
    secretHash,
    expiresAt: input.expiresAt,
    overlapUntil: new Date(now.getTime() + input.overlapDays * DAY_MS).toISOString(),
    at: now.toISOString(),
    actor: personActor(input.by),
  };
  await writer.execute({ name: "rotate-key", input: command });
  return { id, key };
}

export async function revokeKey(
  { writer, clock }: FeedDeps,
  { id, reason, by }: RevokeKeyInput,
): Promise<{ id: string }> {
  const input = { id, reason, at: clock.now().toISOString(), actor: personActor(by) };
  return await writer.execute({ name: "revoke-key", input });
}
