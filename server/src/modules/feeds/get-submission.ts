import { heldRows, heldSubmission } from "@bochiso/db/repositories/feeds";
import { changesSince } from "@bochiso/db/repositories/observations";
import { readSubmissionRows, submissionById } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import { type BreakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import { DomainError } from "@bochiso/shared/errors";
import type { RuleErrors, SubmissionInput, SubmissionModel, SubmissionValue } from "@bochiso/shared/feed";
import { periodId } from "@bochiso/shared/period";
import { Receipt, type RowError } from "@bochiso/shared/submission";
import { SubmissionWarning } from "@bochiso/shared/wire";
import { z } from "zod";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { readHeldRow } from "../../feeds/held-row.ts";
import { valuesInForce } from "../../feeds/values-in-force.ts";
import type { FeedDeps } from "./feed-deps.ts";
import { submissionLines } from "./submission-line.ts";

const LISTED = { values: 500, examples: 50 };
const FIRST_ROW = { offset: 0, limit: 1 };
const Answer = z.object({
  receipt: Receipt,
  errorCount: z.number(),
  warnings: z.array(SubmissionWarning).default([]),
});

/** A submission with its errors by rule and what it changed, or holds. Throws `submission-unknown`. */
export async function getSubmission(
  { store, catalogue: cache }: FeedDeps,
  { id, offset }: SubmissionInput,
): Promise<SubmissionModel> {
  return await store.read(async (tx) => {
    const catalogue = await cache.current(tx);
    const record = await submissionById(tx, id);
    const [line] = record === null ? [] : await submissionLines(tx, [record]);
    if (record === null || line === undefined) throw submissionUnknown(id);
    const { receipt, errorCount, warnings } = Answer.parse(
      JSON.parse(Buffer.from(record.responseBody).toString("utf8")),
    );
    const { outcomes, errors } = await readSubmissionRows(tx, id);
    const feed = catalogue.feeds.get(record.feed);
    const held = await heldSubmission(tx, id);
    const isHeld = held !== null && held.state !== "approved";
    const accepted = outcomes.filter((it) => it !== "rejected").length;
    const rowsReleased = held?.state === "returned" && accepted > 0 && (await heldRows(tx, id, FIRST_ROW)).length === 0;
    const changed = (["created", "revised", "retracted"] as const).reduce((sum, it) => sum + record.counts[it], 0);
    return {
      ...line,
      feed: record.feed,
      feedName: feed?.name ?? { vi: record.feed, en: record.feed },
      simulated: feed?.simulated ?? false,
      receipt,
      errors: byRule(errors),
      errorCount,
      warnings,
      values: isHeld
        ? await heldValues(tx, catalogue, id, offset)
        : await storedValues(tx, catalogue, held?.decisionSeq ?? record.commitSeq, offset),
      valueCount: rowsReleased ? 0 : isHeld ? accepted : changed,
      rowsReleased,
      offset,
    };
  });
}

/** There is no such submission. */
export function submissionUnknown(id: string): DomainError {
  return new DomainError(
    "submission-unknown",
    { id },
    { vi: "Không có lượt gửi này.", en: "There is no such submission." },
  );
}

function byRule(errors: readonly RowError[]): RuleErrors[] {
  return [...Map.groupBy(errors, ({ code }) => code)]
    .map(([code, own]) => ({ code, count: own.length, examples: own.slice(0, LISTED.examples) }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** What a commit wrote, as it was written: later revisions do not change it. */
async function storedValues(
  tx: ReadTx,
  catalogue: Catalogue,
  commitSeq: number,
  offset: number,
): Promise<SubmissionValue[]> {
  const page = { after: { commitSeq: commitSeq - 1 }, limit: offset + LISTED.values };
  const { changes } = await changesSince(tx, { ...page, filter: { origins: ["reported"] } });
  return changes
    .filter((change) => change.commitSeq === commitSeq)
    .slice(offset)
    .map((change) => ({
      indicator: change.indicator,
      ...namesOf(catalogue, change.indicator),
      area: change.area,
      period: periodId({ type: change.periodType, ordinal: change.ordinal }),
      breakdown: parseBreakdownKey(change.breakdownKey as BreakdownKey),
      scenario: change.scenario,
      value: change.valueText,
      status: change.status,
      note: change.note,
      retracted: change.retracted === 1,
      inForce: null,
    }));
}

async function heldValues(tx: ReadTx, catalogue: Catalogue, id: string, offset: number): Promise<SubmissionValue[]> {
  const rows = (await heldRows(tx, id, { offset, limit: LISTED.values })).map(readHeldRow);
  const inForce = await valuesInForce(tx, rows);
  return rows.map((row, at) => ({
    indicator: row.indicator,
    ...namesOf(catalogue, row.indicator),
    area: row.area,
    period: row.period,
    breakdown: row.breakdown,
    scenario: row.scenario,
    value: row.retract ? null : row.value,
    status: row.retract ? null : row.status,
    note: row.note,
    retracted: row.retract,
    inForce: inForce[at] ?? null,
  }));
}

function namesOf({ definitions, units }: Catalogue, code: string): Pick<SubmissionValue, "indicatorName" | "unit"> {
  const definition = definitions.get(code);
  const unit = definition?.unit ?? "";
  return {
    indicatorName: definition?.name ?? { vi: code, en: code },
    unit: units.get(unit)?.name ?? { vi: unit, en: unit },
  };
}
