import { canonicalJson } from "@bochiso/shared/json";
import { eq } from "drizzle-orm";
import type { Commit, WriteTx } from "../../unit-of-work.ts";
import { type AuditEntry, type AuditFact, auditHash } from "./audit-entry.ts";

/** Appends facts to the chain under `commit`, whose counter row is locked: no other writer can append meanwhile. */
export async function appendAudit(tx: WriteTx, commit: Commit, facts: readonly AuditFact[]): Promise<AuditEntry[]> {
  if (facts.length === 0) return [];
  const { commitCounter, auditEntry } = tx.schema;
  const [head] = await tx.db
    .select({ auditSeq: commitCounter.auditSeq, auditHash: commitCounter.auditHash })
    .from(commitCounter)
    .where(eq(commitCounter.id, 1));
  if (!head) throw new Error("commit_counter has no row: the migrations were not applied");
  const entries: AuditEntry[] = [];
  let { auditSeq: seq, auditHash: prevHash } = head;
  for (const { details, ...fact } of facts) {
    seq += 1;
    const entry = {
      seq,
      commitSeq: commit.seq,
      recordedAt: commit.recordedAt,
      ...fact,
      details: canonicalJson(details),
      prevHash,
    };
    prevHash = auditHash(entry);
    entries.push({ ...entry, hash: prevHash });
  }
  await tx.db.insert(auditEntry).values(entries);
  await tx.db.update(commitCounter).set({ auditSeq: seq, auditHash: prevHash }).where(eq(commitCounter.id, 1));
  return entries;
}
