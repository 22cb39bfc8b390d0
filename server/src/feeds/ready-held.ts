import { lockCommits } from "@bochiso/db/repositories/commits";
import { heldSubmission, lockFeed } from "@bochiso/db/repositories/feeds";
import type { WriteTx } from "@bochiso/db/store";
import type { ApprovalConflicts } from "@bochiso/shared/feed";
import { catalogueVersion } from "../catalogue/catalogue-cache.ts";
import { type DerivedChanges, recomputeSteps } from "../compute/recompute.ts";
import { type PreparedRows, prepareRows } from "../ingestion/apply-rows.ts";
import { CatalogueReplaced } from "../ingestion/commit-submission.ts";
import { bookSteps } from "../ingestion/merge-rows.ts";
import { planEffect } from "../ingestion/plan-effect.ts";
import { breakable, inSlices } from "../platform/slices.ts";
import { conflictsOf, requirePending } from "./decision.ts";
import { submissionUnknown } from "./decision-errors.ts";
import { overtakenRows, redefinedRows } from "./held-grounds.ts";
import type { PlannedHeld } from "./plan-held.ts";

/** What the rows of a held submission do to the stored values, and what follows; nothing is written yet but series. */
export type ReadyHeld = Pick<PreparedRows, "targets" | "merged"> & { readonly derived: readonly DerivedChanges[] };

const LISTED = 1_000;

/**
 * Takes the locks of an approval and works it out on what is stored now, or tells what stands against it; then nothing of
 * the write may stay. Throws `submission-unknown`, `already-decided`, `CatalogueReplaced`.
 */
export async function readyHeld(
  tx: WriteTx,
  { catalogue, held, prepared, plan: planned }: PlannedHeld,
  betweenParts: () => void,
): Promise<ReadyHeld | ApprovalConflicts> {
  const slices = breakable(betweenParts);
  const { submission, feed, heldSeq } = held.hold;
  await lockFeed(tx, feed);
  const current = await heldSubmission(tx, submission);
  if (current === null) throw submissionUnknown(submission);
  requirePending(current);
  const grown = await lockCommits(tx);
  if ((await catalogueVersion(tx)) !== catalogue.version) throw new CatalogueReplaced();
  const { rows, errors: none } = prepared;
  const plan = grown ? await planEffect(tx, catalogue, rows, slices) : planned;
  const found = await prepareRows(tx, catalogue, { rows, sound: rows, plan, errors: none, slices });
  if (found.errors.count > 0) return conflictsOf(found.errors.sorted(), found.errors.count, prepared);
  const against = [
    ...(await redefinedRows(tx, catalogue, { rows: held.rows, heldSeq })),
    ...(await overtakenRows(tx, found, { heldSeq, held: prepared.held })),
  ];
  if (against.length > 0) return { kind: "conflicts", conflicts: against.slice(0, LISTED), count: against.length };
  const { targets, merged, book } = found;
  await inSlices(bookSteps(merged, book), slices);
  return { targets, merged, derived: await inSlices(recomputeSteps(catalogue, plan, book), slices) };
}
