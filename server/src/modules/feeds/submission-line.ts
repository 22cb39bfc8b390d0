import { type HeldSubmission, heldAmong, listApiKeys, owedValues } from "@bochiso/db/repositories/feeds";
import { REPLAYED, type SubmissionRecord } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import type { Approval, SubmissionLine } from "@bochiso/shared/feed";

type Record = Omit<SubmissionRecord, "responseBody">;

/** Submissions as lines of a list, with the labels of their keys and their sign-off. */
export async function submissionLines(tx: ReadTx, records: readonly Record[]): Promise<SubmissionLine[]> {
  const held = await heldAmong(
    tx,
    records.map(({ id }) => id),
  );
  const ids = [...held.values()].filter(({ state }) => state === "returned").map(({ submission }) => submission);
  const owed = new Map((await owedValues(tx, ids)).map((it) => [it.submission, it.owed]));
  const labels = await keyLabels(
    tx,
    records.map(({ keyId }) => keyId),
  );
  return records.map((record) => ({
    id: record.id,
    sequence: record.sequence,
    receivedAt: record.receivedAt,
    sentAt: record.sentAt,
    publisher: record.publisher,
    document: record.document,
    counts: record.counts,
    replayed: record.keyId === REPLAYED,
    key: labels(record.keyId),
    approval: approvalOf(held.get(record.id), owed.get(record.id) ?? null),
  }));
}

/** Looks up the labels of keys; null for what is no key. */
export async function keyLabels(
  tx: ReadTx,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => { id: string; label: string } | null> {
  const asked = [...new Set(ids)].flatMap((id) => (id === null || id === REPLAYED ? [] : [id]));
  const found = asked.length === 0 ? [] : await listApiKeys(tx, { ids: asked });
  const labels = new Map(found.map(({ id, label }) => [id, label]));
  return (id) => (id === null || id === REPLAYED ? null : { id, label: labels.get(id) ?? id });
}

/** The sign-off of a submission; null where none was needed. */
function approvalOf(held: HeldSubmission | undefined, owed: number | null): Approval | null {
  if (held === undefined) return null;
  const { state, decidedAt, decidedBy, note, decisionSeq, counts, answeredBy } = held;
  const commitSeq = state === "approved" ? decisionSeq : null;
  return { state, at: decidedAt, by: decidedBy, note, commitSeq, counts, answeredBy, owed };
}
