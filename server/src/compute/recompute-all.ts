import { lockCommits } from "@bochiso/db/repositories/commits";
import { readMeta, writeMeta } from "@bochiso/db/repositories/meta";
import { findSeries } from "@bochiso/db/repositories/series";
import type { ReadTx, Store, WriteTx } from "@bochiso/db/store";
import type { AffectedPlan, AffectedSeries } from "@bochiso/shared/graph";
import { z } from "zod";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { CatalogueCache } from "../catalogue/catalogue-cache.ts";
import type { Clock } from "../platform/clock.ts";
import { planIndicator } from "./plan-indicator.ts";
import { recomputeCells } from "./recompute-cells.ts";
import {
  forgetRulesComputed,
  hasRulesComputed,
  METHOD,
  markRulesComputed,
  methodComputed,
  rulesFingerprint,
} from "./rules-fingerprint.ts";

/** Cells evaluated in one write: well under a second, so that pushes come in between. */
const STEP_CELLS = 5_000;
const PROGRESS_KEY = "recomputeProgress";

/** How far a recompute of everything has come. */
export interface RecomputeProgress {
  /** True where nothing is left to do. */
  readonly done: boolean;
  /** Indicators finished of those that are computed or have computed cells. */
  readonly indicators: number;
  readonly of: number;
  /** Cells evaluated and changed in this step. */
  readonly cells: number;
  readonly changed: number;
  /** The newer method by which another server computes; this one leaves the cells alone. */
  readonly heldBy?: number;
}

interface Run {
  readonly fingerprint: string;
  /** Indicators in the order of computation. */
  readonly codes: readonly string[];
  readonly finished: number;
  /** What is left of the indicator under way; null before it is planned. */
  readonly left: AffectedPlan | null;
}

/** Takes the recompute of everything one step further. */
export type RecomputeStep = () => Promise<RecomputeProgress>;

const Progress = z.object({ fingerprint: z.string(), finished: z.number().int() });

/**
 * Computes every stored cell anew where the rules in force are not those it was computed by: indicator after indicator in
 * dependency order, in steps that are each one write. A step that was cut off, or a restart, goes on with the indicator
 * that was under way; cells that stay equal make no revision. Values that arrive meanwhile are computed by the rules in
 * force as always.
 */
export function createRecomputeAll(deps: { store: Store; catalogue: CatalogueCache; clock: Clock }): RecomputeStep {
  let held: Run | null = null;
  return async () => {
    const { run, progress } = await deps.store.write(async (tx) => {
      // First of all: what another server finishes or puts in force while this one waits is seen, and not undone.
      await lockCommits(tx);
      const catalogue = await deps.catalogue.current(tx);
      if (await hasRulesComputed(tx, catalogue)) return { run: null, progress: NOTHING_LEFT };
      const stands = await methodComputed(tx);
      if (stands > METHOD) return { run: null, progress: { ...NOTHING_LEFT, heldBy: stands } };
      const current = held?.fingerprint === rulesFingerprint(catalogue) ? held : await resume(tx, catalogue);
      return await stepOf(tx, { catalogue, run: current, at: deps.clock.now().toISOString() });
    });
    // Only now: on PostgreSQL the write may have been taken back and run again.
    held = run;
    return progress;
  };
}

const NOTHING_LEFT: RecomputeProgress = { done: true, indicators: 0, of: 0, cells: 0, changed: 0 };

async function resume(tx: ReadTx, catalogue: Catalogue): Promise<Run> {
  const fingerprint = rulesFingerprint(catalogue);
  const codes = await computedIndicators(tx, catalogue);
  const stored = Progress.safeParse(await readMeta(tx, PROGRESS_KEY)).data;
  const finished = stored?.fingerprint === fingerprint ? Math.min(stored.finished, codes.length) : 0;
  return { fingerprint, codes, finished, left: null };
}

/** Those that are computed no more but have computed cells stand first: others may have read them. */
async function computedIndicators(tx: ReadTx, { graph }: Catalogue): Promise<string[]> {
  const order = [...(graph.aggregation?.order ?? graph.ruleOf.keys())];
  const known = new Set(order);
  const stored = await findSeries(tx, { origins: ["computed"] });
  const others = new Set(stored.map(({ indicator }) => indicator).filter((code) => !known.has(code)));
  return [...[...others].sort(), ...order];
}

async function stepOf(
  tx: WriteTx,
  { catalogue, run, at }: { catalogue: Catalogue; run: Run; at: string },
): Promise<{ run: Run | null; progress: RecomputeProgress }> {
  let { finished, left } = run;
  let [cells, changed] = [0, 0];
  while (finished < run.codes.length && cells < STEP_CELLS) {
    left ??= await planIndicator(tx, catalogue, run.codes[finished] ?? "");
    const [now, later] = cutPlan(left, STEP_CELLS - cells);
    changed += await recomputeCells(tx, { catalogue, plan: now, at, reason: "rules-changed" });
    cells += now.cellCount;
    left = later;
    if (later.cellCount > 0) continue;
    finished += 1;
    left = null;
    // One commit a step: what follows waits for the next one.
    if (changed > 0) break;
  }
  const done = finished === run.codes.length;
  if (done) await markRulesComputed(tx, catalogue);
  // From the first step on the cells are of several rules: going back to the old ones needs a run of its own.
  else await forgetRulesComputed(tx);
  await writeMeta(tx, PROGRESS_KEY, { fingerprint: done ? "" : run.fingerprint, finished });
  const progress = { done, indicators: finished, of: run.codes.length, cells, changed };
  return { run: done ? null : { ...run, finished, left }, progress };
}

/** The first cells of a plan, at most so many, and the rest in the same order. */
function cutPlan({ series, cellCount }: AffectedPlan, most: number): [AffectedPlan, AffectedPlan] {
  if (cellCount <= most)
    return [
      { series, cellCount },
      { series: [], cellCount: 0 },
    ];
  const now: AffectedSeries[] = [];
  let room = most;
  for (const [index, each] of series.entries()) {
    if (each.ordinals.length <= room) {
      now.push(each);
      room -= each.ordinals.length;
      continue;
    }
    if (room > 0) now.push({ ...each, ordinals: each.ordinals.slice(0, room) });
    const later = [{ ...each, ordinals: each.ordinals.slice(room) }, ...series.slice(index + 1)];
    return [
      { series: now, cellCount: most },
      { series: later, cellCount: cellCount - most },
    ];
  }
  return [
    { series, cellCount },
    { series: [], cellCount: 0 },
  ];
}
