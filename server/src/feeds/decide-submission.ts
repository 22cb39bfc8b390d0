import type { DecisionOutcome } from "@bochiso/shared/feed";
import { CatalogueReplaced } from "../ingestion/commit-submission.ts";
import { planEffect } from "../ingestion/plan-effect.ts";
import { createSlices, inSlices } from "../platform/slices.ts";
import { applyHeld } from "./apply-held.ts";
import { checkApprover } from "./check-approver.ts";
import { conflictsOf, type DecisionDeps, requirePending } from "./decision.ts";
import { submissionUnknown } from "./decision-errors.ts";
import type { DecideCommand } from "./feed-commands.ts";
import { prepareHeld, readHeld } from "./read-held.ts";
import { returnHeld } from "./return-held.ts";

/**
 * Approves a held submission, by the definitions in force then, or returns it. Throws `submission-unknown`,
 * `already-decided`, `approver-is-sender`; what rules or newer values stand against is told, and nothing applied.
 */
export async function decideSubmission(deps: DecisionDeps, command: DecideCommand): Promise<DecisionOutcome> {
  for (;;) {
    try {
      return await decide(deps, command);
    } catch (error) {
      if (!(error instanceof CatalogueReplaced)) throw error;
    }
  }
}

async function decide(deps: DecisionDeps, command: DecideCommand): Promise<DecisionOutcome> {
  const { submission, decision, by } = command;
  const slices = createSlices(deps.turns);
  const held = await deps.store.read(async (tx) => {
    const found = await readHeld(tx, submission, slices);
    if (found === null) throw submissionUnknown(submission);
    requirePending(found.hold);
    await checkApprover(tx, found.record, by);
    return found;
  });
  if (decision === "return") return await returnHeld(deps, command);
  const catalogue = await deps.store.read((tx) => deps.catalogue.current(tx));
  const prepared = await inSlices(prepareHeld(catalogue, held), slices);
  if (prepared.errors.count > 0) return conflictsOf(prepared.errors.sorted(), prepared.errors.count, prepared);
  const plan = await deps.store.read((tx) => planEffect(tx, catalogue, prepared.rows, slices));
  return await applyHeld(deps, { command, catalogue, held, prepared, plan });
}
