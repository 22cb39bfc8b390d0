import { appendAudit } from "@bochiso/db/repositories/audit";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import type { Commit, WriteTx } from "@bochiso/db/store";
import type { DerivedChanges } from "../../compute/recompute.ts";
import type { TargetChange } from "./plan-entries.ts";

/** Who assigned what, for good; and to screens that the indicators of these areas stand differently now. */
export async function recordTargets(
  tx: WriteTx,
  commit: Commit,
  work: { actor: string; changes: readonly TargetChange[]; derived: readonly DerivedChanges[] },
): Promise<void> {
  const { actor, changes, derived } = work;
  await appendAudit(
    tx,
    commit,
    changes.map(({ target, retired, reason, before }) => ({
      actor,
      action: retired ? "target.retired" : before === null ? "target.assigned" : "target.corrected",
      subject: `target:${target.id}`,
      details: {
        version: (before?.version ?? 0) + 1,
        indicator: target.indicator,
        area: target.area,
        by: target.by,
        legalBasis: target.legalBasis.number,
        reason,
      },
    })),
  );
  await addToOutbox(tx, commit, [{ topic: "targets", payload: { changed: changedCells(changes, derived) } }]);
}

/** Indicator → areas whose status or computed value may differ; never values. */
function changedCells(changes: readonly TargetChange[], derived: readonly DerivedChanges[]): Record<string, string[]> {
  const changed = new Map<string, Set<string>>();
  const cells = [...changes.map(({ target }) => target), ...derived.map(({ series }) => series)];
  for (const { indicator, area } of cells) {
    const areas = changed.get(indicator) ?? new Set();
    changed.set(indicator, areas.add(area));
  }
  return Object.fromEntries([...changed].map(([indicator, areas]) => [indicator, [...areas].sort()]));
}
