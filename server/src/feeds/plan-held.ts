import type { SubmissionRecord } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import type { ApprovalConflicts } from "@bochiso/shared/feed";
import type { AffectedPlan } from "@bochiso/shared/graph";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { planEffect } from "../ingestion/plan-effect.ts";
import { inSlices, type Slices } from "../platform/slices.ts";
import { conflictsOf, type DecisionDeps, requirePending } from "./decision.ts";
import { submissionUnknown } from "./decision-errors.ts";
import { type HeldContent, type PreparedHeld, prepareHeld, readHeld } from "./read-held.ts";

/** A held submission with everything that its approval needs and no write does. */
export interface PlannedHeld {
  readonly kind: "planned";
  readonly catalogue: Catalogue;
  readonly held: HeldContent;
  readonly prepared: PreparedHeld;
  /** As planned before the write. */
  readonly plan: AffectedPlan;
}

/** One that waits for its decision. Throws `submission-unknown`, `already-decided`, and what `check` does. */
export function pendingHeld(
  { store }: DecisionDeps,
  submission: string,
  slices: Slices,
  check: (tx: ReadTx, record: SubmissionRecord) => Promise<void> = async () => {},
): Promise<HeldContent> {
  return store.read(async (tx) => {
    const found = await readHeld(tx, submission, slices);
    if (found === null) throw submissionUnknown(submission);
    requirePending(found.hold);
    await check(tx, found.record);
    return found;
  });
}

/** Works out what its rows reach by the definitions in force, or tells which rules they break now. Throws `effect-too-large`. */
export async function planHeld(
  { store, catalogue: cache }: DecisionDeps,
  held: HeldContent,
  slices: Slices,
): Promise<PlannedHeld | ApprovalConflicts> {
  const catalogue = await store.read((tx) => cache.current(tx));
  const prepared = await inSlices(prepareHeld(catalogue, held), slices);
  if (prepared.errors.count > 0) return conflictsOf(prepared.errors.sorted(), prepared.errors.count, prepared);
  const plan = await store.read((tx) => planEffect(tx, catalogue, prepared.rows, slices));
  return { kind: "planned", catalogue, held, prepared, plan };
}
