import type { ColumnKit } from "../kit/index.ts";
import type { Details } from "./catalogue-tables.ts";

/** Commits and what is told about them: outbox, audit chain, state of the installation. */
export function ledgerTables(kit: ColumnKit) {
  const commitLog = kit.table(
    "commit_log",
    {
      seq: kit.bigint("seq").primaryKey(),
      recordedAt: kit.text("recorded_at").notNull(),
    },
    (t) => [kit.index("commit_log_by_time").on(t.recordedAt, t.seq)],
  );
  /** One row, locked last in every write: the head of the commits and of the audit chain. */
  const commitCounter = kit.table("commit_counter", {
    id: kit.integer("id").primaryKey(),
    seq: kit.bigint("seq").notNull(),
    recordedAt: kit.text("recorded_at").notNull(),
    auditSeq: kit.bigint("audit_seq").notNull(),
    auditHash: kit.text("audit_hash").notNull(),
  });
  const outbox = kit.table(
    "outbox",
    {
      commitSeq: kit.bigint("commit_seq").notNull(),
      position: kit.integer("position").notNull(),
      topic: kit.text("topic").notNull(),
      /** Ids of what changed, never values. */
      payload: kit.json<Details>("payload").notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.commitSeq, t.position] })],
  );
  const auditEntry = kit.table(
    "audit_entry",
    {
      seq: kit.bigint("seq").primaryKey(),
      commitSeq: kit.bigint("commit_seq").notNull(),
      recordedAt: kit.text("recorded_at").notNull(),
      actor: kit.text("actor").notNull(),
      action: kit.text("action").notNull(),
      subject: kit.text("subject").notNull(),
      /** Canonical JSON text, exactly as hashed. */
      details: kit.text("details").notNull(),
      prevHash: kit.text("prev_hash").notNull(),
      hash: kit.text("hash").notNull(),
    },
    (t) => [kit.index("audit_entry_by_subject").on(t.subject, t.seq)],
  );
  const meta = kit.table("meta", {
    key: kit.text("key").primaryKey(),
    value: kit.json<unknown>("value").notNull(),
  });
  return { commitLog, commitCounter, outbox, auditEntry, meta };
}
