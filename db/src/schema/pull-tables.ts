import type { PullConfig, PullOutcome, PullRecordError } from "@bochiso/shared/pull";
import type { ReceiptCounts } from "@bochiso/shared/submission";
import type { ColumnKit } from "../kit/index.ts";

/** Sources that are asked on a schedule, and what became of each time. */
export function pullTables(kit: ColumnKit) {
  const pullSource = kit.table(
    "pull_source",
    {
      code: kit.text("code").primaryKey(),
      feed: kit.text("feed").notNull(),
      /** Counts the configurations there were; each stands in the audit. */
      version: kit.integer("version").notNull(),
      enabled: kit.boolean("enabled").notNull(),
      config: kit.json<PullConfig>("config").notNull(),
      changedAt: kit.text("changed_at").notNull(),
      changedBy: kit.text("changed_by").notNull(),
      /** When it is asked next; null while it is not enabled. */
      nextAt: kit.text("next_at"),
      /** Who asked for a run out of turn that has not begun yet. */
      askedBy: kit.text("asked_by"),
      /** Runs in a row that took nothing. */
      failures: kit.integer("failures").notNull(),
      answeredAt: kit.text("answered_at"),
      /** The run that has the source now, the process it runs in, and until when others keep away. */
      run: kit.text("run"),
      runBy: kit.text("run_by"),
      runUntil: kit.text("run_until"),
      /** What is sent back to be told "unchanged"; only of an answer that was taken whole. */
      etag: kit.text("etag"),
      lastModified: kit.text("last_modified"),
      /** Of the last submission: its idempotency key, the digest of its rows, how many of them were refused. */
      lastKey: kit.text("last_key"),
      lastDigest: kit.text("last_digest"),
      lastRefused: kit.integer("last_refused").notNull(),
    },
    (t) => [kit.index("pull_source_by_feed").on(t.feed), kit.index("pull_source_by_next").on(t.nextAt)],
  );
  const pullRun = kit.table(
    "pull_run",
    {
      id: kit.text("id").primaryKey(),
      source: kit.text("source").notNull(),
      version: kit.integer("version").notNull(),
      trigger: kit.text("trigger").$type<"schedule" | "person">().notNull(),
      actor: kit.text("actor").notNull(),
      startedAt: kit.text("started_at").notNull(),
      endedAt: kit.text("ended_at"),
      /** Null while it runs. */
      outcome: kit.text("outcome").$type<PullOutcome>(),
      httpStatus: kit.integer("http_status"),
      bytes: kit.integer("bytes"),
      records: kit.integer("records"),
      rows: kit.integer("rows"),
      submission: kit.text("submission"),
      counts: kit.json<ReceiptCounts>("counts"),
      faultCode: kit.text("fault_code"),
      fault: kit.text("fault"),
      faultVi: kit.text("fault_vi"),
      /** The first faults of records. */
      errors: kit.json<readonly PullRecordError[]>("errors").notNull(),
      errorCount: kit.integer("error_count").notNull(),
      nextAt: kit.text("next_at"),
    },
    (t) => [kit.index("pull_run_by_source").on(t.source, t.startedAt), kit.index("pull_run_by_time").on(t.startedAt)],
  );
  return { pullSource, pullRun };
}
