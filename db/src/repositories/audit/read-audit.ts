import { and, asc, eq, gt } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";
import { type AuditEntry, auditHash, GENESIS_HASH } from "./audit-entry.ts";

/** Entries after `afterSeq` in the order of the chain, at most `limit`. */
export async function listAudit(
  tx: ReadTx,
  options: { readonly afterSeq: number; readonly limit: number; readonly subject?: string },
): Promise<AuditEntry[]> {
  const { auditEntry } = tx.schema;
  return await tx.db
    .select()
    .from(auditEntry)
    .where(
      and(
        gt(auditEntry.seq, options.afterSeq),
        options.subject === undefined ? undefined : eq(auditEntry.subject, options.subject),
      ),
    )
    .orderBy(asc(auditEntry.seq))
    .limit(options.limit);
}

/** Whether the chain is whole; if not, the first place where it breaks. */
export type AuditVerdict =
  | { readonly whole: true; readonly entries: number }
  | { readonly whole: false; readonly seq: number; readonly fault: "missing" | "altered" | "moved" };

const ENTRIES_PER_READ = 5_000;

/**
 * Walks the whole chain. `missing`: a number is skipped, or the tail is gone; `altered`: an entry
 * does not give its own hash; `moved`: an entry does not follow the one before it.
 */
export async function verifyAuditChain(tx: ReadTx): Promise<AuditVerdict> {
  let seq = 0;
  let hash = GENESIS_HASH;
  for (;;) {
    const entries = await listAudit(tx, { afterSeq: seq, limit: ENTRIES_PER_READ });
    if (entries.length === 0) return await checkHead(tx, seq, hash);
    for (const entry of entries) {
      const fault = faultOf(entry, seq + 1, hash);
      if (fault) return { whole: false, seq: seq + 1, fault };
      seq = entry.seq;
      hash = entry.hash;
    }
  }
}

function faultOf(entry: AuditEntry, seq: number, prevHash: string): "missing" | "altered" | "moved" | undefined {
  if (entry.seq !== seq) return "missing";
  if (auditHash(entry) !== entry.hash) return "altered";
  if (entry.prevHash !== prevHash) return "moved";
  return undefined;
}

/** The head is kept apart from the entries: a chain cut short still hangs together. */
async function checkHead(tx: ReadTx, seq: number, hash: string): Promise<AuditVerdict> {
  const { commitCounter } = tx.schema;
  const [head] = await tx.db.select().from(commitCounter).where(eq(commitCounter.id, 1));
  if (head?.auditSeq !== seq) return { whole: false, seq: seq + 1, fault: "missing" };
  if (head.auditHash !== hash) return { whole: false, seq, fault: "altered" };
  return { whole: true, entries: seq };
}
