import { type AuditFact, appendAudit } from "@bochiso/db/repositories/audit";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import type { WriteTx } from "@bochiso/db/store";

/** What happened to a source, for the audit of its feed and for the screens that show it. */
export async function noteChange(
  tx: WriteTx,
  { feed, at, ...fact }: Omit<AuditFact, "subject"> & { feed: string; at: string },
): Promise<void> {
  const commit = await tx.nextCommit(at);
  await appendAudit(tx, commit, [{ ...fact, subject: `feed:${feed}` }]);
  await addToOutbox(tx, commit, [{ topic: "feeds", payload: { feeds: [feed] } }]);
}
