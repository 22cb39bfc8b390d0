import type { Approver, HeldDelivery } from "@bochiso/shared/feed";
import type { ReceiptCounts, RowError } from "@bochiso/shared/submission";
import type { ColumnKit } from "../kit/index.ts";

/** What became of submissions beside their values: held for sign-off, refused, delivered on time or late. */
export function feedRecordTables(kit: ColumnKit) {
  /** A submission whose values count once a named person approved it. */
  const submissionHold = kit.table(
    "submission_hold",
    {
      submission: kit.text("submission").primaryKey(),
      feed: kit.text("feed").notNull(),
      /** Commit in which it was received: later values of the same cells are newer. */
      heldSeq: kit.bigint("held_seq").notNull(),
      state: kit.text("state").$type<"pending" | "approved" | "returned">().notNull(),
      decidedAt: kit.text("decided_at"),
      decidedBy: kit.json<Approver>("decided_by"),
      note: kit.text("note"),
      /** Commit of the decision; of an approval the one that its values are of. */
      decisionSeq: kit.bigint("decision_seq"),
      /** What the rows did to the stored values when they were approved. */
      counts: kit.json<ReceiptCounts>("counts"),
      /** What it delivers for the first time, counted once it is approved; null: counted when it was received. */
      deliveries: kit.json<readonly HeldDelivery[]>("deliveries"),
      /** Of a returned one: the submission that sent cells of it anew. */
      answeredBy: kit.text("answered_by"),
    },
    (t) => [
      kit.index("submission_hold_by_feed").on(t.feed, t.state),
      kit.uniqueIndex("submission_hold_decision").on(t.decisionSeq),
    ],
  );
  /** The accepted rows of a held submission, as they will be applied. */
  const heldRow = kit.table(
    "held_row",
    {
      submission: kit.text("submission").notNull(),
      /** Number of the block, from 0. */
      block: kit.integer("block").notNull(),
      /** One JSON object a line. */
      rows: kit.text("rows").notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.submission, t.block] })],
  );
  /** Refused requests of a feed, the same one again and again counted in one row; a bounded number per feed. */
  const feedRefusal = kit.table(
    "feed_refusal",
    {
      id: kit.id("id"),
      feed: kit.text("feed").notNull(),
      /** What makes two refusals the same. */
      subject: kit.text("subject").notNull(),
      code: kit.text("code").notNull(),
      keyId: kit.text("key_id"),
      /** Who entered the values or chose the file, as stated; null: a system sent them. */
      person: kit.text("person"),
      idempotencyKey: kit.text("idempotency_key"),
      /** Number of the last of these requests, as its sender was told; null: none was told. */
      requestId: kit.text("request_id"),
      firstAt: kit.text("first_at").notNull(),
      lastAt: kit.text("last_at").notNull(),
      times: kit.integer("times").notNull(),
      errorCount: kit.integer("error_count").notNull(),
      /** Row code → how often, among the errors that were listed. */
      codes: kit.json<Readonly<Record<string, number>>>("codes").notNull(),
      /** The first errors; nothing of the content where a State secret was refused. */
      errors: kit.json<readonly RowError[]>("errors").notNull(),
      detail: kit.text("detail").notNull(),
      detailVi: kit.text("detail_vi").notNull(),
    },
    (t) => [
      kit.uniqueIndex("feed_refusal_subject").on(t.feed, t.subject, t.code),
      kit.index("feed_refusal_by_time").on(t.feed, t.lastAt),
    ],
  );
  /** When the actual values of an indicator's period first came from a feed. */
  const feedDelivery = kit.table(
    "feed_delivery",
    {
      feed: kit.text("feed").notNull(),
      periodType: kit.text("period_type").notNull(),
      indicator: kit.text("indicator").notNull(),
      ordinal: kit.bigint("ordinal").notNull(),
      /** Receiving of the first and of the last of its cells. */
      firstAt: kit.text("first_at").notNull(),
      lastAt: kit.text("last_at").notNull(),
      /** Cells that came for the first time, how many of them after they were due, how many in a replay of the past. */
      cells: kit.integer("cells").notNull(),
      late: kit.integer("late").notNull(),
      replayed: kit.integer("replayed").notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.feed, t.periodType, t.ordinal, t.indicator] })],
  );
  return { submissionHold, heldRow, feedRefusal, feedDelivery };
}
