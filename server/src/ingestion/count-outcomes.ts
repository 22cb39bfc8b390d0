import type { ReceiptCounts } from "@bochiso/shared/submission";
import type { MergedSubmissionRow } from "./merge-rows.ts";

/** How many rows of a submission had which outcome; those that are not among the merged were rejected. */
export function countOutcomes(received: number, merged: readonly MergedSubmissionRow[]): ReceiptCounts {
  const counts = { received, created: 0, revised: 0, unchanged: 0, retracted: 0, rejected: received - merged.length };
  for (const { outcome } of merged) counts[outcome] += 1;
  return counts;
}
