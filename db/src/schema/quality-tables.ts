import type { PeriodType } from "@bochiso/shared/period";
import type { QualityFinding, QualityRule, QualitySeverity, QualityState } from "@bochiso/shared/quality";
import type { ColumnKit } from "../kit/index.ts";

/** What a person said of a flag, as stated on the form. */
export interface StoredReview {
  readonly verdict: "confirmed" | "wrong";
  readonly note: string;
  readonly name: string;
  readonly position: string;
  /** ISO instant. */
  readonly at: string;
}

/** Quality rules with their versions, flags, and every step of a flag. */
export function qualityTables(kit: ColumnKit) {
  const qualityRule = kit.table(
    "quality_rule",
    {
      code: kit.text("code").notNull(),
      version: kit.integer("version").notNull(),
      commitSeq: kit.bigint("commit_seq").notNull(),
      author: kit.text("author").notNull(),
      body: kit.json<QualityRule>("body").notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.code, t.version] })],
  );
  /** One row per rule and cell, however often it breaks and heals. */
  const qualityFlag = kit.table(
    "quality_flag",
    {
      id: kit.id("id"),
      rule: kit.text("rule").notNull(),
      ruleVersion: kit.integer("rule_version").notNull(),
      indicator: kit.text("indicator").notNull(),
      area: kit.text("area").notNull(),
      breakdownKey: kit.text("breakdown_key").notNull(),
      periodType: kit.text("period_type").$type<PeriodType>().notNull(),
      ordinal: kit.integer("ordinal").notNull(),
      subject: kit.text("subject").$type<"value" | "delivery">().notNull(),
      severity: kit.text("severity").$type<QualitySeverity>().notNull(),
      state: kit.text("state").$type<QualityState>().notNull(),
      /** The feed that owned the cell when it was raised. */
      feed: kit.text("feed"),
      /** Last day of the period (ISO), for windows over every period type. */
      periodEnd: kit.text("period_end").notNull(),
      finding: kit.json<QualityFinding>("finding").notNull(),
      /** Evidence that was confirmed as right; the flag does not open again while it stays. */
      confirmedEvidence: kit.text("confirmed_evidence"),
      review: kit.json<StoredReview>("review"),
      raisedSeq: kit.bigint("raised_seq").notNull(),
      raisedAt: kit.text("raised_at").notNull(),
      changedSeq: kit.bigint("changed_seq").notNull(),
      resolvedAt: kit.text("resolved_at"),
    },
    (t) => [
      kit.uniqueIndex("quality_flag_key").on(t.indicator, t.area, t.breakdownKey, t.ordinal, t.rule),
      kit.index("quality_flag_by_state").on(t.state, t.raisedSeq),
      kit.index("quality_flag_by_feed").on(t.feed, t.periodEnd),
      kit.index("quality_flag_by_end").on(t.periodEnd),
      kit.index("quality_flag_by_rule").on(t.rule, t.id),
    ],
  );
  const qualityFlagEvent = kit.table(
    "quality_flag_event",
    {
      flag: kit.bigint("flag_id").notNull(),
      commitSeq: kit.bigint("commit_seq").notNull(),
      recordedAt: kit.text("recorded_at").notNull(),
      kind: kit.text("kind").$type<"raised" | "reopened" | "changed" | "reviewed" | "resolved">().notNull(),
      state: kit.text("state").$type<QualityState>().notNull(),
      finding: kit.json<QualityFinding>("finding"),
      review: kit.json<StoredReview>("review"),
    },
    (t) => [kit.primaryKey({ columns: [t.flag, t.commitSeq] })],
  );
  return { qualityRule, qualityFlag, qualityFlagEvent };
}
