import type { Submission } from "@bochiso/shared/submission";

/** One submission to be replayed through the ingestion service, as if it arrived at `recordedAt`. */
export interface ReplayBatch {
  readonly feed: string;
  /** ISO instant (UTC) at which the figures were published. */
  readonly recordedAt: string;
  /** The same batch has the same key on every run. */
  readonly idempotencyKey: string;
  readonly submission: Submission;
  /** Who signed it off where the feed requires it; absent: it waits for sign-off there. */
  readonly approvedBy?: { readonly name: string; readonly position: string };
}

/** Merges batches in order of recording; batches of equal time keep their order. */
export function inOrderOfRecording(...lists: readonly (readonly ReplayBatch[])[]): ReplayBatch[] {
  return lists.flat().toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
}
