import { aggregateOverTime } from "@bochiso/shared/aggregation";
import type { TracedPart } from "@bochiso/shared/graph";
import type { IndicatorDefinition, TimeAggregation } from "@bochiso/shared/indicator";
import { childPeriods } from "@bochiso/shared/period";
import type { ExplainedWhole } from "@bochiso/shared/screen";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { CellBook, CellToken } from "./cell-book.ts";
import { type ExplainedCell, leafDraft, type NodeDraft } from "./explained-cell.ts";
import { foremostParts } from "./foremost-parts.ts";

/** A whole over time as a node of an explanation, with the own periods that are told and how many are left out. */
export interface WholeOverTime {
  readonly root: NodeDraft;
  readonly shown: readonly TracedPart<CellToken>[];
}

/** How the rules are named that make one number of several periods; a ratio has its formula instead. */
const COMBINATION = {
  sum: "sum",
  mean: "mean",
  last: "last",
  min: "min",
  max: "max",
  recompute: null,
  none: null,
} as const satisfies Record<TimeAggregation, ExplainedWhole["combination"]>;

/** An indicator's own periods inside a coarser one, from a book that holds them; at most `width`, in order of time. */
export function wholeOverTime(
  { definitions, graph }: Catalogue,
  book: CellBook,
  { cell, definition, width }: { cell: ExplainedCell; definition: IndicatorDefinition; width: number },
): WholeOverTime {
  const readings = book.open(cell);
  const aggregate = aggregateOverTime({
    definition: graph.definitions.get(cell.indicator) ?? definitions.get(cell.indicator) ?? definition,
    area: cell.area,
    period: cell.period,
    partAt: (ordinal) => readings.at(ordinal),
  });
  const { aggregation, periodType, version } = definition;
  const { first, last } = childPeriods(cell.period, periodType);
  const parts = Array.from({ length: last - first + 1 }, (_, index): TracedPart<CellToken> => {
    const period = { type: periodType, ordinal: first + index };
    const { value, token } = readings.at(period.ordinal);
    return { operand: { ...cell, period, value, token }, share: 1, weight: null, weights: [] };
  });
  const { shown, omitted } = foremostParts(parts, width);
  const { value, status, coverage } = aggregate;
  const partialAllowed = aggregation.partialOver?.includes("time") ?? false;
  return {
    root: {
      ...leafDraft(cell, null, { value, status }),
      origin: "computed",
      way: "over-time",
      whole: { combination: COMBINATION[aggregation.time], partialAllowed, coverage },
      version,
      omitted,
      truncated: omitted !== null,
    },
    shown: shown.toSorted((a, b) => a.operand.period.ordinal - b.operand.period.ordinal),
  };
}
