import { appendAudit } from "@bochiso/db/repositories/audit";
import { lockCommits } from "@bochiso/db/repositories/commits";
import {
  type DefinitionChange,
  definitionChangeById,
  dropStaged,
  markReady,
  restartChange,
  unfinishedDefinitionChanges,
} from "@bochiso/db/repositories/definition-changes";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import type { WriteTx } from "@bochiso/db/store";
import { DomainError } from "@bochiso/shared/errors";
import { localDate } from "@bochiso/shared/period";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { hasRulesComputed, METHOD, methodIn } from "../compute/rules-fingerprint.ts";
import { checkDefinitions } from "./check-definitions.ts";
import { coneOf } from "./cone-of.ts";
import { endUnused } from "./end-definition-change.ts";
import { estimateCone } from "./estimate-cone.ts";
import type { DefinitionDeps } from "./stage-definition-change.ts";
import { baseVersionOf, stagedCatalogue } from "./staged-catalogue.ts";
import { STEP_LIMITS, type StepLimits, stepChange } from "./step-change.ts";
import { switchChange } from "./switch-change.ts";

/**
 * What one call did: `further` asks for another one at once, `waiting` for one later, `held` as well: a server of a newer
 * release computes an open change, and this one must not.
 */
export type AdvanceOutput = "further" | "waiting" | "held" | "nothing";

/** Cells that one call removes after a change has ended. */
const DROPPED_AT_ONCE = 5_000;

/**
 * Takes the open changes of definitions one bounded step further: computing, becoming ready, the switch where its day has
 * come (UTC+7), removing what ended changes left. Any server may call it at any time.
 */
export async function advanceDefinitionChanges(
  deps: DefinitionDeps,
  limits: StepLimits = STEP_LIMITS,
): Promise<AdvanceOutput> {
  const unfinished = await deps.store.read((tx) => unfinishedDefinitionChanges(tx));
  let held = false;
  for (const { id } of unfinished) {
    const outcome = await advance(deps, id, limits);
    if (outcome === "further") return "further";
    held ||= outcome === "held";
  }
  if (unfinished.length === 0) return "nothing";
  return held ? "held" : "waiting";
}

async function advance(deps: DefinitionDeps, id: string, limits: StepLimits): Promise<AdvanceOutput> {
  try {
    return await deps.store.write((tx) => advanceOne(tx, deps, { id, limits }));
  } catch (error) {
    // What the definitions themselves make impossible ends the change; anything else is tried again.
    if (!(error instanceof DomainError) || TRANSIENT.has(error.code)) throw error;
    const at = deps.clock.now().toISOString();
    const reason = { code: error.code, text: error.text };
    await deps.store.write((tx) => endUnused(tx, { id, at, actor: "system", state: "failed", reason }));
    return "further";
  }
}

const TRANSIENT = new Set([
  "busy",
  "storage-low",
  "storage-failed",
  "storage-unsafe",
  "foreign-await",
  "nested-unit-of-work",
]);

async function advanceOne(
  tx: WriteTx,
  deps: DefinitionDeps,
  { id, limits }: { id: string; limits: StepLimits },
): Promise<AdvanceOutput> {
  await lockCommits(tx);
  const change = await definitionChangeById(tx, id);
  if (change === null) return "nothing";
  if (change.state !== "computing" && change.state !== "ready") {
    if (!change.holdsCells) return "nothing";
    await dropStaged(tx, id, DROPPED_AT_ONCE);
    return "further";
  }
  if (methodIn(change.baseVersion) > METHOD) return "held";
  const inForce = await deps.catalogue.current(tx);
  // Cells in force that are being computed anew are no ground to compute others on.
  if (!(await hasRulesComputed(tx, inForce))) return "waiting";
  const now = deps.clock.now();
  if (change.baseVersion !== baseVersionOf(inForce)) return startAnew(tx, { change, inForce, at: now.toISOString() });
  if (change.state === "computing") {
    const catalogue = stagedCatalogue(inForce, change);
    const outcome = await stepChange(tx, { change, catalogue, limits });
    if (outcome === "computed") await becomeReady(tx, change, now);
    return "further";
  }
  if (localDate(now.getTime()) < change.effectiveFrom) return "waiting";
  await switchChange(tx, { change, inForce, at: now.toISOString() });
  return "further";
}

async function becomeReady(tx: WriteTx, { id, effectiveFrom, doneCells }: DefinitionChange, now: Date): Promise<void> {
  const commit = await tx.nextCommit(now.toISOString());
  await markReady(tx, id);
  await appendAudit(tx, commit, [
    {
      actor: "system",
      action: "definition-change.ready",
      subject: `definition-change:${id}`,
      details: { effectiveFrom, cells: doneCells },
    },
  ]);
  await addToOutbox(tx, commit, [{ topic: "definition-change", payload: { change: id, state: "ready" } }]);
}

/** The catalogue was replaced meanwhile: what was computed is removed, and the change is checked and planned again. */
async function startAnew(
  tx: WriteTx,
  { change, inForce, at }: { change: DefinitionChange; inForce: Catalogue; at: string },
): Promise<AdvanceOutput> {
  const { id, definitions } = change;
  if (change.holdsCells && (await dropStaged(tx, id, DROPPED_AT_ONCE))) return "further";
  const [problem] = checkDefinitions(inForce, definitions);
  if (problem !== undefined) {
    const reason = { code: problem.code, indicator: problem.indicator, text: problem.text };
    await endUnused(tx, { id, at, actor: "system", state: "failed", reason });
    return "further";
  }
  const after = stagedCatalogue(inForce, change);
  const cone = await estimateCone(tx, after, coneOf(after.graph, inForce.definitions, definitions));
  const ofCells = cone.reduce((sum, { cells }) => sum + cells, 0);
  await restartChange(tx, id, { cone, ofCells, baseVersion: baseVersionOf(inForce) });
  return "further";
}
