import {
  type ChangeProgress,
  type DefinitionChange,
  insertWalk,
  readWalk,
  saveProgress,
  type WalkedSeries,
} from "@bochiso/db/repositories/definition-changes";
import type { WriteTx } from "@bochiso/db/store";
import { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import type { AffectedPlan, AffectedSeries, OperandRanges } from "@bochiso/shared/graph";
import { IndicatorCode } from "@bochiso/shared/indicator";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { evaluateStaged, rangesOf } from "./evaluate-staged.ts";
import { countCells, possibleCells } from "./possible-cells.ts";
import { extentsUnder } from "./staged-extents.ts";

/** What one step may cost: cells computed, and cells read for them. Pushes come between steps. */
export interface StepLimits {
  readonly cells: number;
  readonly reads: number;
}
export const STEP_LIMITS: StepLimits = { cells: 1_000, reads: 10_000 };

/**
 * Takes the computing of a change one step further: the next indicator's series are found, or the next of its cells are
 * computed. Position and cells are stored together. `catalogue` is the one the change will make. Gives whether everything
 * is computed.
 */
export async function stepChange(
  tx: WriteTx,
  work: { change: DefinitionChange; catalogue: Catalogue; limits: StepLimits },
): Promise<"further" | "computed"> {
  const { change, limits } = work;
  const indicator = change.cone[change.coneAt]?.indicator;
  if (indicator === undefined) return enterNext(tx, work);
  const { id, walkAt: from } = change;
  // Each series has at least one cell.
  const walk = await readWalk(tx, { change: id, indicator, from, limit: limits.cells });
  if (walk.length === 0) return enterNext(tx, work);
  const { slice, ranges } = affordable(work, walk);
  const cone = coneCodes(change);
  await evaluateStaged(tx, { change: id, catalogue: work.catalogue, cone, plan: slice.plan, ranges });
  await saveProgress(tx, id, {
    ...progressOf(change),
    ...slice.next,
    doneCells: change.doneCells + slice.plan.cellCount,
  });
  return "further";
}

/** The indicators a change computes. */
export function coneCodes({ cone }: DefinitionChange): Set<string> {
  return new Set(cone.map(({ indicator }) => indicator));
}

async function enterNext(
  tx: WriteTx,
  { change, catalogue }: { change: DefinitionChange; catalogue: Catalogue },
): Promise<"further" | "computed"> {
  const coneAt = change.coneAt + 1;
  const entered = change.cone[coneAt];
  if (entered === undefined) return "computed";
  const { indicator } = entered;
  const read = extentsUnder(change.id, coneCodes(change));
  const found = await possibleCells(tx, catalogue, { indicator, read });
  const periodType = catalogue.definitions.get(indicator)?.periodType ?? "month";
  const series = found.map(({ area, breakdown, first, last }, walk): WalkedSeries => {
    return { indicator, area, breakdownKey: breakdown, periodType, walk, first, last };
  });
  await insertWalk(tx, change.id, series);
  const ahead = change.cone.slice(coneAt + 1).reduce((sum, { cells }) => sum + cells, 0);
  const ofCells = change.doneCells + countCells(found) + ahead;
  await saveProgress(tx, change.id, { ...progressOf(change), coneAt, walkAt: 0, ordinalAt: null, ofCells });
  return "further";
}

interface Slice {
  readonly plan: AffectedPlan;
  readonly next: Pick<ChangeProgress, "walkAt" | "ordinalAt">;
}

/** The next cells of a walk: as many as the limits allow, at least one. */
function affordable(
  { change, catalogue, limits }: { change: DefinitionChange; catalogue: Catalogue; limits: StepLimits },
  walk: readonly WalkedSeries[],
): { slice: Slice; ranges: OperandRanges[] } {
  for (let most = limits.cells; ; ) {
    const slice = cut(walk, change.ordinalAt, most);
    const ranges = rangesOf(catalogue, slice.plan);
    const { cellCount } = slice.plan;
    if (cellCount <= 1 || countReads(ranges) <= limits.reads) return { slice, ranges };
    most = Math.floor(cellCount / 2);
  }
}

function cut(walk: readonly WalkedSeries[], ordinalAt: number | null, most: number): Slice {
  const series: AffectedSeries[] = [];
  let room = most;
  let next: Slice["next"] = { walkAt: walk[0]?.walk ?? 0, ordinalAt };
  for (const { indicator, area, breakdownKey, periodType, walk: walkAt, ...run } of walk) {
    if (room === 0) break;
    const first = next.walkAt === walkAt && next.ordinalAt !== null ? next.ordinalAt : run.first;
    const last = Math.min(run.last, first + room - 1);
    const ordinals = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    series.push({
      indicator: IndicatorCode.parse(indicator),
      area: AreaCode.parse(area),
      breakdown: breakdownKey as BreakdownKey,
      periodType,
      ordinals,
    });
    room -= ordinals.length;
    next = last < run.last ? { walkAt, ordinalAt: last + 1 } : { walkAt: walkAt + 1, ordinalAt: null };
  }
  return { plan: { series, cellCount: most - room }, next };
}

/** Cells that may have to be read; a run without a beginning, of a constant, counts once. */
function countReads(ranges: readonly OperandRanges[]): number {
  const lengths = ranges.flatMap((of) => of.ranges.map(({ first, last }) => last - first + 1));
  return lengths.reduce((sum, length) => sum + (Number.isFinite(length) ? length : 1), 0);
}

function progressOf({ coneAt, walkAt, ordinalAt, doneCells, ofCells }: DefinitionChange): ChangeProgress {
  return { coneAt, walkAt, ordinalAt, doneCells, ofCells };
}
