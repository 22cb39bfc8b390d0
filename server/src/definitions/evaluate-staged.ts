import {
  putStagedCells,
  removeStagedCells,
  resolveStagedSeries,
  type StagedCell,
} from "@bochiso/db/repositories/definition-changes";
import type { WriteTx } from "@bochiso/db/store";
import {
  type AffectedPlan,
  type AffectedSeries,
  type EvaluatedResult,
  evaluatePlan,
  type OperandRanges,
  operandRanges,
} from "@bochiso/shared/graph";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { contentOf, notComputed } from "../compute/recompute.ts";
import { fillStagedBook, StagedBook } from "./staged-book.ts";

/** Everything that the evaluation of a plan reads, with the cells of the plan. */
export function rangesOf({ graph, space }: Catalogue, plan: AffectedPlan): OperandRanges[] {
  return [...operandRanges({ graph, plan, space }), ...plan.series.map(ownRange)];
}

/**
 * Evaluates cells of a change and stores what they will say. A cell that does not exist is stored only as the absence that
 * replaces one in force.
 */
export async function evaluateStaged(
  tx: WriteTx,
  work: {
    change: string;
    catalogue: Catalogue;
    cone: ReadonlySet<string>;
    plan: AffectedPlan;
    ranges: OperandRanges[];
  },
): Promise<void> {
  const { change, catalogue, cone, plan, ranges } = work;
  if (plan.series.length === 0) return;
  const { graph, space } = catalogue;
  const book = new StagedBook(catalogue, cone);
  await fillStagedBook(tx, book, { change, cone, ranges });
  const results = [...notComputed(catalogue, plan), ...evaluatePlan({ graph, plan, source: book, space })];
  const ids = await resolveStagedSeries(tx, change, plan.series.map(seriesKey));
  const idOf = new Map(plan.series.map((series, at) => [seriesText(series), ids[at] ?? 0]));
  const said: StagedCell[] = [];
  const gone: { seriesId: number; ordinal: number }[] = [];
  for (const result of results) {
    const { period, ...place } = result.cell;
    const cell = { seriesId: idOf.get(seriesText(place)) ?? 0, ordinal: period.ordinal };
    if (result.live || book.isInForce({ ...place, scenario: "actual" }, period))
      said.push({ ...cell, ...saying(result) });
    else gone.push(cell);
  }
  await putStagedCells(tx, said);
  await removeStagedCells(tx, gone);
}

function saying(result: EvaluatedResult): Omit<StagedCell, "seriesId" | "ordinal"> {
  const { value, status, missingReason, errorCode, way, coverageHave, coverageOf, coverageWeight } = contentOf(result);
  const live = result.live ? 1 : 0;
  // As observations store it: SQLite does not keep the sign of zero.
  const number = value === null ? null : value + 0;
  return { live, value: number, status, missingReason, errorCode, way, coverageHave, coverageOf, coverageWeight };
}

function seriesKey({ indicator, area, breakdown, periodType }: AffectedSeries) {
  return { indicator, area, breakdownKey: breakdown, periodType };
}

function seriesText({ indicator, area, breakdown }: Pick<AffectedSeries, "indicator" | "area" | "breakdown">): string {
  return `${indicator}|${area}|${breakdown}`;
}

function ownRange({ indicator, area, breakdown, periodType, ordinals }: AffectedSeries): OperandRanges {
  const first = ordinals[0] ?? 0;
  const ranges = [{ first, last: ordinals.at(-1) ?? first }];
  return { indicator, area, breakdown, scenario: "actual", periodType, ranges };
}
