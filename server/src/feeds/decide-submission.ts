import type { HeldSubmission } from "@bochiso/db/repositories/feeds";
import type { ApprovalConflict, Approver, DecisionOutcome } from "@bochiso/shared/feed";
import type { RowError } from "@bochiso/shared/submission";
import { CatalogueReplaced } from "../ingestion/commit-submission.ts";
import type { PipelineDeps } from "../ingestion/pipeline-deps.ts";
import { planEffect } from "../ingestion/plan-effect.ts";
import { applyHeld } from "./apply-held.ts";
import { checkApprover } from "./check-approver.ts";
import { alreadyDecided, submissionUnknown } from "./decision-errors.ts";
import { prepareHeld, readHeld } from "./read-held.ts";
import { returnHeld } from "./return-held.ts";

/** What a decision works with. */
export type DecisionDeps = Pick<PipelineDeps, "store" | "catalogue" | "clock">;

/** What was decided of a submission, by whom. */
export interface DecideCommand {
  submission: string;
  decision: "approve" | "return";
  note: string | null;
  by: Approver;
  /** ISO instant of the decision. */
  at: string;
}

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
  const held = await deps.store.read(async (tx) => {
    const found = await readHeld(tx, submission);
    if (found === null) throw submissionUnknown(submission);
    requirePending(found.hold);
    await checkApprover(tx, found.record, by);
    return found;
  });
  if (decision === "return") return await returnHeld(deps, command);
  const catalogue = await deps.store.read((tx) => deps.catalogue.current(tx));
  const prepared = prepareHeld(catalogue, held);
  if (prepared.errors.count > 0) return conflictsOf(prepared.errors.sorted(), prepared.errors.count, prepared);
  const plan = await deps.store.read((tx) => planEffect(tx, catalogue, prepared.rows));
  return await applyHeld(deps, { command, catalogue, held, prepared, plan });
}

/** Throws `already-decided`. */
export function requirePending(hold: HeldSubmission): void {
  if (hold.state !== "pending") throw alreadyDecided(hold);
}

/** Faults of rows as conflicts of an approval. */
export function conflictsOf(
  errors: readonly RowError[],
  count: number,
  prepared: { readonly held: ReadonlyMap<number, Pick<ApprovalConflict, "indicator" | "area" | "period">> },
): DecisionOutcome {
  const conflicts = errors.map(({ row, code, detail, detailVi }): ApprovalConflict => {
    const { indicator = "", area = "", period = "" } = prepared.held.get(row) ?? {};
    return { row, code, indicator, area, period, text: { vi: detailVi, en: detail } };
  });
  return { kind: "conflicts", conflicts, count };
}
