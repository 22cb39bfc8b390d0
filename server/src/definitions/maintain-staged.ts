import {
  type DefinitionChange,
  hasOpenDefinitionChanges,
  listDefinitionChanges,
  rebase,
} from "@bochiso/db/repositories/definition-changes";
import type { WriteTx } from "@bochiso/db/store";
import {
  type AffectedPlan,
  type AffectedSeries,
  affectedCells,
  type ChangedCell,
  type ChangedCells,
} from "@bochiso/shared/graph";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { METHOD, methodIn, noteOlderCells } from "../compute/rules-fingerprint.ts";
import { withStoredExtents } from "../compute/stored-extents.ts";
import { evaluateStaged, rangesOf } from "./evaluate-staged.ts";
import { baseVersionOf, stagedCatalogue, staleBase } from "./staged-catalogue.ts";
import { extentsUnder } from "./staged-extents.ts";
import { coneCodes } from "./step-change.ts";

/** What a write changed: cells that were sent, and computed ones. */
export interface WrittenCells {
  readonly changed: readonly (ChangedCell | ChangedCells)[];
  readonly derived: readonly AffectedSeries[];
}

/**
 * Keeps what is computed for open changes of definitions current. To be called by every write that changes values in
 * force, in its own unit of work, under the lock of commits, after its cells were stored.
 */
export async function maintainStaged(tx: WriteTx, catalogue: Catalogue, written: WrittenCells): Promise<void> {
  await noteOlderCells(tx);
  if (!(await hasOpenDefinitionChanges(tx))) return;
  for (const change of await listDefinitionChanges(tx, ["computing", "ready"])) {
    if (change.coneAt < 0) continue;
    if (change.baseVersion !== baseVersionOf(catalogue)) {
      await leaveStale(tx, change);
      continue;
    }
    await maintain(tx, { change, catalogue: stagedCatalogue(catalogue, change), written });
  }
}

/**
 * A change computed beside another catalogue or by another method, as by a server of another release, cannot be kept current
 * here: it starts anew at its next step, on a server of the newer method, whoever may find its own base again before that.
 */
async function leaveStale(tx: WriteTx, { id, baseVersion }: DefinitionChange): Promise<void> {
  const stale = staleBase(Math.max(METHOD, methodIn(baseVersion)));
  if (baseVersion !== stale) await rebase(tx, [id], stale);
}

async function maintain(
  tx: WriteTx,
  { change, catalogue, written }: { change: DefinitionChange; catalogue: Catalogue; written: WrittenCells },
): Promise<void> {
  const cone = coneCodes(change);
  const begun = new Set(change.cone.slice(0, change.coneAt + 1).map(({ indicator }) => indicator));
  const { graph, space, definitions } = catalogue;
  const reached = await withStoredExtents(
    tx,
    (indicator) => definitions.get(indicator)?.periodType,
    (stored) =>
      affectedCells({
        graph,
        space,
        stored,
        changed: written.changed,
        // What the write itself may reach is bounded where it is planned.
        maxAffectedCells: Number.MAX_SAFE_INTEGER,
      }),
    extentsUnder(change.id, cone),
  );
  const series = [
    ...inForceOnly(written.derived, begun, reached),
    ...reached.series.filter((it) => begun.has(it.indicator)),
  ];
  const plan = { series, cellCount: series.reduce((sum, { ordinals }) => sum + ordinals.length, 0) };
  await evaluateStaged(tx, { change: change.id, catalogue, cone, plan, ranges: rangesOf(catalogue, plan) });
}

/** Cells that changed under the definitions in force only: if they are no more, that has to be said when they go. */
function inForceOnly(
  derived: readonly AffectedSeries[],
  begun: ReadonlySet<string>,
  reached: AffectedPlan,
): AffectedSeries[] {
  const planned = new Map(reached.series.map((series) => [seriesText(series), new Set(series.ordinals)]));
  return derived.flatMap((series) => {
    if (!begun.has(series.indicator)) return [];
    const known = planned.get(seriesText(series));
    const ordinals = series.ordinals.filter((ordinal) => known?.has(ordinal) !== true).sort((a, b) => a - b);
    return ordinals.length === 0 ? [] : [{ ...series, ordinals }];
  });
}

function seriesText({ indicator, area, breakdown }: Pick<AffectedSeries, "indicator" | "area" | "breakdown">): string {
  return `${indicator}|${area}|${breakdown}`;
}
