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
  type CellOutcome,
  evaluateSeries,
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
  const results = [...notComputed(catalogue, plan), ...evaluateSeries({ graph, plan, source: book, space })];
  const ids = await resolveStagedSeries(tx, change, plan.series.map(seriesKey));
  const idOf = new Map(plan.series.map((series, at) => [series, ids[at] ?? 0]));
  const said: StagedCell[] = [];
  const gone: { seriesId: number; ordinal: number }[] = [];
  for (const { series, outcomes } of results) {
    const { indicator, area, breakdown, periodType: type } = series;
    const seriesId = idOf.get(series) ?? 0;
    for (const [at, outcome] of outcomes.entries()) {
      const ordinal = series.ordinals[at] ?? 0;
      const isSaid =
        outcome.live || book.isInForce({ indicator, area, breakdown, scenario: "actual" }, { type, ordinal });
      if (isSaid) said.push({ seriesId, ordinal, ...saying(outcome, ordinal) });
      else gone.push({ seriesId, ordinal });
    }
  }
  await putStagedCells(tx, said);
  await removeStagedCells(tx, gone);
}

function saying(result: CellOutcome, ordinal: number): Omit<StagedCell, "seriesId" | "ordinal"> {
  const content = contentOf(result, ordinal);
  const { value, status, missingReason, errorCode, way, coverageHave, coverageOf, coverageWeight } = content;
  const live = result.live ? 1 : 0;
  // As observations store it: SQLite does not keep the sign of zero.
  const number = value === null ? null : value + 0;
  return { live, value: number, status, missingReason, errorCode, way, coverageHave, coverageOf, coverageWeight };
}

function seriesKey({ indicator, area, breakdown, periodType }: AffectedSeries) {
  return { indicator, area, breakdownKey: breakdown, periodType };
}

function ownRange({ indicator, area, breakdown, periodType, ordinals }: AffectedSeries): OperandRanges {
  const first = ordinals[0] ?? 0;
  const ranges = [{ first, last: ordinals.at(-1) ?? first }];
  return { indicator, area, breakdown, scenario: "actual", periodType, ranges };
}
