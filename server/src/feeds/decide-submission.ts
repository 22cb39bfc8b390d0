import type { DecisionOutcome } from "@bochiso/shared/feed";
import { untilCatalogueHolds } from "../ingestion/until-catalogue-holds.ts";
import { createSlices } from "../platform/slices.ts";
import { applyHeld } from "./apply-held.ts";
import { checkApprover } from "./check-approver.ts";
import type { DecisionDeps } from "./decision.ts";
import type { DecideCommand } from "./feed-commands.ts";
import { pendingHeld, planHeld } from "./plan-held.ts";
import { returnHeld } from "./return-held.ts";

/**
 * Approves a held submission, by the definitions in force then, or returns it. Throws `submission-unknown`,
 * `already-decided`, `approver-is-sender`; what rules or newer values stand against is told, and nothing applied.
 */
export function decideSubmission(deps: DecisionDeps, command: DecideCommand): Promise<DecisionOutcome> {
  return untilCatalogueHolds(() => decide(deps, command));
}

async function decide(deps: DecisionDeps, command: DecideCommand): Promise<DecisionOutcome> {
  const { submission, decision, by } = command;
  const slices = createSlices(deps.turns);
  const held = await pendingHeld(deps, submission, slices, (tx, record) => checkApprover(tx, record, by));
  if (decision === "return") return await returnHeld(deps, command);
  const planned = await planHeld(deps, held, slices);
  return planned.kind === "conflicts" ? planned : await applyHeld(deps, command, planned);
}
