import type { WriteTx } from "@bochiso/db/store";
import { runSteps } from "@bochiso/shared/graph";
import { derivedCount } from "../compute/recompute.ts";
import { countOutcomes } from "../ingestion/count-outcomes.ts";
import { effectOf } from "../ingestion/effect-of.ts";
import { untilCatalogueHolds } from "../ingestion/until-catalogue-holds.ts";
import { BULK_ROWS, writeInTurn } from "../ingestion/write-in-turn.ts";
import { createSlices } from "../platform/slices.ts";
import type { DecisionDeps } from "./decision.ts";
import type { HeldPreview } from "./feed-commands.ts";
import { type PlannedHeld, pendingHeld, planHeld } from "./plan-held.ts";
import { readyHeld } from "./ready-held.ts";

/** Thrown inside the write, so that nothing of it stays. */
class OnlyTried extends Error {
  readonly preview: HeldPreview;

  constructor(preview: HeldPreview) {
    super("nothing of this write is to stay");
    this.preview = preview;
  }
}

/**
 * Approves a held submission on what is stored now, tells what that did, and takes it back. Throws `submission-unknown`,
 * `already-decided`, `effect-too-large`.
 */
export function previewHeld(deps: DecisionDeps, { submission }: { readonly submission: string }): Promise<HeldPreview> {
  return untilCatalogueHolds(async () => {
    const slices = createSlices(deps.turns);
    const planned = await planHeld(deps, await pendingHeld(deps, submission, slices), slices);
    return planned.kind === "conflicts" ? planned : await tryHeld(deps, planned);
  });
}

async function tryHeld(deps: DecisionDeps, planned: PlannedHeld): Promise<HeldPreview> {
  try {
    return await writeInTurn(deps, planned.held.rows.length >= BULK_ROWS, async (tx, betweenParts) => {
      throw new OnlyTried(await broughtAbout(tx, deps, { planned, betweenParts }));
    });
  } catch (error) {
    if (!(error instanceof OnlyTried)) throw error;
    return error.preview;
  }
}

async function broughtAbout(
  tx: WriteTx,
  { clock }: DecisionDeps,
  { planned, betweenParts }: { readonly planned: PlannedHeld; readonly betweenParts: () => void },
): Promise<HeldPreview> {
  const ready = await readyHeld(tx, planned, betweenParts);
  if ("conflicts" in ready) return ready;
  const { targets, merged, derived } = ready;
  const { catalogue, held } = planned;
  const order = runSteps(targets.orderSteps(merged, derived));
  const commit = await tx.nextCommit(clock.now().toISOString());
  const { received } = held.record.counts;
  const effect = await effectOf(tx, commit, { catalogue, order, received, merged, derived, betweenParts });
  const counts = countOutcomes(merged.length, merged);
  return { kind: "effect", counts, derived: derivedCount(derived), effect };
}
