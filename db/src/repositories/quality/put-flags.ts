import { sql } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
import type { Commit, WriteTx } from "../../unit-of-work.ts";
import { inChunks } from "../in-chunks.ts";
import { type FlagContent, flagKeyText, type StoredFlagEvent } from "./stored-flag.ts";

const findIds = defineStatement<{ readonly at: number; readonly id: number }>()(
  "find_quality_flag",
  { at: "int", rule: "text", indicator: "text", area: "text", breakdownKey: "text", ordinal: "int" },
  `SELECT v.at AS "at", f.id AS "id" FROM {rows} JOIN quality_flag f
   ON f.indicator = v.indicator AND f.area = v.area AND f.breakdown_key = v."breakdownKey"
   AND f.ordinal = v.ordinal AND f.rule = v.rule`,
);

/** A flag as it is to stand, and the step that brought it there. */
export interface FlagStep {
  readonly flag: FlagContent;
  readonly kind: StoredFlagEvent["kind"];
}

/** Columns that may differ from step to step. */
const STANDS = {
  ruleVersion: sql`excluded.rule_version`,
  severity: sql`excluded.severity`,
  state: sql`excluded.state`,
  feed: sql`excluded.feed`,
  finding: sql`excluded.finding`,
  confirmedEvidence: sql`excluded.confirmed_evidence`,
  review: sql`excluded.review`,
  raisedSeq: sql`excluded.raised_seq`,
  raisedAt: sql`excluded.raised_at`,
  changedSeq: sql`excluded.changed_seq`,
  resolvedAt: sql`excluded.resolved_at`,
};

/** Stores flags as they stand after `commit`, each with its step; a flag may appear once per commit. */
export async function putQualityFlags(tx: WriteTx, commit: Commit, steps: readonly FlagStep[]): Promise<void> {
  if (steps.length === 0) return;
  const { qualityFlag, qualityFlagEvent } = tx.schema;
  const { indicator, area, breakdownKey, ordinal, rule } = qualityFlag;
  // In key order, as every lock of rows is taken.
  const sorted = steps
    .map((step) => ({ step, key: flagKeyText(step.flag) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ step }) => step);
  await inChunks(sorted, (part) =>
    tx.db
      .insert(qualityFlag)
      .values(part.map(({ flag }) => flag))
      .onConflictDoUpdate({ target: [indicator, area, breakdownKey, ordinal, rule], set: STANDS }),
  );
  const ids = await tx.statements.all(
    findIds,
    sorted.map(({ flag }, at) => ({
      at,
      rule: flag.rule,
      indicator: flag.indicator,
      area: flag.area,
      breakdownKey: flag.breakdownKey,
      ordinal: flag.ordinal,
    })),
  );
  const events = ids.flatMap(({ at, id }) => {
    const step = sorted[at];
    return step === undefined ? [] : [eventOf(id, commit, step)];
  });
  await inChunks(events, (part) => tx.db.insert(qualityFlagEvent).values(part));
}

function eventOf(flag: number, commit: Commit, { flag: content, kind }: FlagStep): StoredFlagEvent {
  return {
    flag,
    commitSeq: commit.seq,
    recordedAt: commit.recordedAt,
    kind,
    state: content.state,
    finding: kind === "resolved" ? null : content.finding,
    review: kind === "reviewed" ? content.review : null,
  };
}
