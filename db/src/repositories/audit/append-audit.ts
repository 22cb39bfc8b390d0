import { canonicalJson } from "@bochiso/shared/json";
import { defineStatement } from "../../statement/index.ts";
import type { Commit, WriteTx } from "../../unit-of-work.ts";
import { type AuditEntry, type AuditFact, auditHash } from "./audit-entry.ts";

const findHead = defineStatement<{ readonly auditSeq: number; readonly auditHash: string }>()(
  "find_audit_head",
  { id: "int" },
  `SELECT c.audit_seq AS "auditSeq", c.audit_hash AS "auditHash" FROM {rows} JOIN commit_counter c ON c.id = v.id`,
);
const insertEntry = defineStatement<never>()(
  "insert_audit_entry",
  {
    seq: "bigint",
    commitSeq: "bigint",
    recordedAt: "text",
    actor: "text",
    action: "text",
    subject: "text",
    details: "text",
    prevHash: "text",
    hash: "text",
  },
  `INSERT INTO audit_entry (seq, commit_seq, recorded_at, actor, action, subject, details, prev_hash, hash)
   SELECT v.seq, v."commitSeq", v."recordedAt", v.actor, v.action, v.subject, v.details, v."prevHash", v.hash
   FROM {rows}`,
);
const moveHead = defineStatement<never>()(
  "move_audit_head",
  { seq: "bigint", hash: "text" },
  "UPDATE commit_counter SET audit_seq = v.seq, audit_hash = v.hash FROM {rows} WHERE id = 1",
);

/** Appends facts to the chain under `commit`, whose counter row is locked: no other writer can append meanwhile. */
export async function appendAudit(tx: WriteTx, commit: Commit, facts: readonly AuditFact[]): Promise<AuditEntry[]> {
  if (facts.length === 0) return [];
  const [head] = await tx.statements.all(findHead, [{ id: 1 }]);
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
  await tx.statements.run(insertEntry, entries);
  await tx.statements.run(moveHead, [{ seq, hash: prevHash }]);
  return entries;
}
