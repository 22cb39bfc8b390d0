import { type StoredCells, storedCells } from "@bochiso/db/repositories/observations";
import type { ReadTx } from "@bochiso/db/store";
import { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import {
  type AffectedPlan,
  type AffectedSeries,
  affectedCells,
  type ChangedCell,
  type DependencyGraph,
} from "@bochiso/shared/graph";
import { IndicatorCode } from "@bochiso/shared/indicator";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { withStoredExtents } from "./stored-extents.ts";

/**
 * Every cell of one indicator that what is stored can give, in dependency order, with the computed cells that are stored.
 * What the indicator reads is taken as it is: plan the indicators in the order of the graph, each after the one before it
 * was computed. Costs what the cells of the indicator and of its operands cost.
 */
export async function planIndicator(tx: ReadTx, catalogue: Catalogue, code: string): Promise<AffectedPlan> {
  const { space, definitions } = catalogue;
  const graph = onlyOf(catalogue.graph, code);
  const periodTypeOf = (indicator: string) => definitions.get(indicator)?.periodType;
  const stored: StoredCells[] = [];
  for (const operand of readBy(graph, code)) stored.push(...(await storedCells(tx, operand)));
  const reached = await withStoredExtents(tx, periodTypeOf, (extent) =>
    affectedCells({
      graph,
      changed: changedCells(stored),
      space,
      stored: extent,
      maxAffectedCells: Number.MAX_SAFE_INTEGER,
    }),
  );
  const own = stored.filter(
    ({ indicator, origin, periodType }) =>
      indicator === code && origin === "computed" && periodType === periodTypeOf(indicator),
  );
  const left = notReached(own, reached);
  const cellCount = left.reduce((count, { ordinals }) => count + ordinals.length, reached.cellCount);
  return { series: [...left, ...reached.series], cellCount };
}

/** The part of a graph that computes one indicator. */
function onlyOf(graph: DependencyGraph, code: string): DependencyGraph {
  const { definitions, aggregation } = graph;
  const rule = graph.ruleOf.get(code);
  const whole = aggregation?.ruleOf.get(code);
  const dependents = [...graph.dependents].flatMap(([operand, edges]) => {
    const own = edges.filter((edge) => edge.rule === rule);
    return own.length === 0 ? [] : [[operand, own] as const];
  });
  return {
    definitions,
    rules: rule === undefined ? [] : [rule],
    ruleOf: rule === undefined ? new Map() : new Map([[code, rule]]),
    dependents: new Map(dependents),
    aggregation:
      aggregation === null
        ? null
        : {
            places: aggregation.places,
            ruleOf: whole === undefined ? new Map() : new Map([[code, whole]]),
            order: [code],
          },
  };
}

/** The indicators whose cells make those of one: operands, the weight, itself. */
function readBy({ dependents, aggregation }: DependencyGraph, code: string): Set<string> {
  const weight = aggregation?.ruleOf.get(code)?.weight?.path.operand.code;
  return new Set([code, ...dependents.keys(), ...(weight === undefined ? [] : [weight])]);
}

function* changedCells(stored: readonly StoredCells[]): Iterable<ChangedCell> {
  for (const { ordinals, periodType, ...series } of stored) {
    const address = addressOf(series);
    for (const ordinal of ordinals) yield { ...address, period: { type: periodType, ordinal } };
  }
}

/**
 * Stored computed cells that nothing leads to any more. They come first: nothing stored makes them, so they wait for
 * nothing, and what they were parts of waits for them.
 */
function notReached(own: readonly StoredCells[], { series }: AffectedPlan): AffectedSeries[] {
  const reached = new Map(series.map(({ area, breakdown, ordinals }) => [`${area}|${breakdown}`, new Set(ordinals)]));
  return own.flatMap((each) => {
    const planned = reached.get(`${each.area}|${each.breakdownKey}`);
    const ordinals = each.ordinals.filter((ordinal) => planned?.has(ordinal) !== true);
    const { indicator, area, breakdown } = addressOf(each);
    return ordinals.length === 0 ? [] : [{ indicator, area, breakdown, periodType: each.periodType, ordinals }];
  });
}

function addressOf({ indicator, area, breakdownKey, scenario }: Omit<StoredCells, "ordinals" | "periodType">) {
  return {
    indicator: IndicatorCode.parse(indicator),
    area: AreaCode.parse(area),
    breakdown: breakdownKey as BreakdownKey,
    scenario,
  };
}
