import type { Submission } from "@bochiso/shared/submission";

/** One submission to be replayed through the ingestion service, as if it arrived at `recordedAt`. */
export interface ReplayBatch {
  readonly feed: string;
  /** ISO instant (UTC) at which the figures were published. */
  readonly recordedAt: string;
  /** The same batch has the same key on every run. */
  readonly idempotencyKey: string;
  readonly submission: Submission;
}

/** Merges batches in order of recording; batches of equal time keep their order. */
export function inOrderOfRecording(...lists: readonly (readonly ReplayBatch[])[]): ReplayBatch[] {
  return lists.flat().toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
}
