import type { HeldSubmission } from "@bochiso/db/repositories/feeds";
import type { ApprovalConflict, ApprovalConflicts } from "@bochiso/shared/feed";
import type { RowError } from "@bochiso/shared/submission";
import type { PipelineDeps } from "../ingestion/pipeline-deps.ts";
import { alreadyDecided } from "./decision-errors.ts";

/** What a decision works with. */
export type DecisionDeps = Pick<PipelineDeps, "store" | "catalogue" | "clock" | "turns">;

/** Throws `already-decided`. */
export function requirePending(hold: HeldSubmission): void {
  if (hold.state !== "pending") throw alreadyDecided(hold);
}

/** Faults of rows as conflicts of an approval. */
export function conflictsOf(
  errors: readonly RowError[],
  count: number,
  prepared: { readonly held: ReadonlyMap<number, Pick<ApprovalConflict, "indicator" | "area" | "period">> },
): ApprovalConflicts {
  const conflicts = errors.map(({ row, code, detail, detailVi }): ApprovalConflict => {
    const { indicator = "", area = "", period = "" } = prepared.held.get(row) ?? {};
    return { row, code, indicator, area, period, text: { vi: detailVi, en: detail } };
  });
  return { kind: "conflicts", conflicts, count };
}
