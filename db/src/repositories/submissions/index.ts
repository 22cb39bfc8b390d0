export {
  type FeedActivity,
  type FeedHead,
  feedActivity,
  feedHeads,
  firstOwnReceipts,
  gapCounts,
  listSubmissions,
  pendingCounts,
  REPLAYED,
  releaseIdempotencyKeys,
  type SubmissionCursor,
} from "./feed-activity.ts";
export {
  lastSequence,
  type Provenance,
  provenanceOf,
  receivingOrder,
  submissionById,
  submissionByIdempotencyKey,
  submissionBySequence,
} from "./find-submission.ts";
export { insertSubmission } from "./insert-submission.ts";
export { type NewestByWay, newestByWay } from "./newest-by-way.ts";
export { gapBefore, recordSequence, type SequenceGap, sequenceGaps } from "./sequence-gaps.ts";
export type { SubmissionRecord } from "./submission-record.ts";
export { insertSubmissionRows, type RowOutcome, readSubmissionRows, type SubmissionRows } from "./submission-rows.ts";
export { supersededOfLater } from "./superseded-of-later.ts";
