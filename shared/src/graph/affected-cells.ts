import { DomainError } from "../errors/domain-error.ts";
import type { FormulaDefinition } from "../formula/formula-definition.ts";
import type { AreaSpace } from "../formula/operand.ts";
import type { AffectedPlan, AffectedSeries } from "./affected-plan.ts";
import { type ChangedSeries, type Changes, groupChanges, mergeChanges } from "./changed-series.ts";
import type { AggregationGraph, DependencyEdge, DependencyGraph, Rule } from "./dependency-graph.ts";
import type { Surroundings } from "./edge-places.ts";
import { ReachedCells } from "./reached-cells.ts";
import { ReachedWholes } from "./reached-wholes.ts";
import { runSteps } from "./run-steps.ts";
import type { ChangedCell, ChangedCells, StoredExtent } from "./stored-extent.ts";

/** Most derived cells one write may recompute; a published limit of the API. Source: push-api.md. */
export const MAX_AFFECTED_CELLS = 500_000;

/**
 * The derived cells that the change of some cells can change, directly or through other derived cells, each
 * once, in dependency order. `stored` is the state before the change. Throws `effect-too-large` beyond
 * `maxAffectedCells`.
 */
export function affectedCells(input: Change): AffectedPlan {
  return runSteps(affectedSteps(input));
}

interface Change {
  readonly graph: DependencyGraph;
  readonly changed: Iterable<ChangedCell | ChangedCells>;
  readonly space: AreaSpace;
  readonly stored: StoredExtent;
  readonly maxAffectedCells?: number;
}

/** The same series by series, for whoever has other things to do between them. */
export function* affectedSteps(input: Change): Generator<void, AffectedPlan> {
  const { graph, space, stored, maxAffectedCells = MAX_AFFECTED_CELLS } = input;
  const changes = groupChanges(input.changed);
  const { edgesInto, readersOf } = readingOf(graph);
  const within = reachable(changes, readersOf);
  const series: AffectedSeries[] = [];
  let cellCount = 0;
  const around = { space, stored };
  const overflow = (count: number): void => {
    if (cellCount + count > maxAffectedCells) throw tooLarge(maxAffectedCells);
  };
  for (const code of graph.aggregation?.order ?? graph.ruleOf.keys()) {
    if (!within.has(code)) continue;
    const rule = graph.ruleOf.get(code);
    let reached: Reached = NOTHING;
    if (rule !== undefined) {
      const byFormula = new ReachedCells(rule, around, maxAffectedCells - cellCount, () => tooLarge(maxAffectedCells));
      for (const edge of edgesInto.get(rule) ?? []) {
        const source = changes.get(`${edge.operand}|${edge.scenario}`);
        if (source === undefined) continue;
        yield* byFormula.follow(edge, source.values());
      }
      reached = { count: byFormula.count, series: byFormula.series, ordered: [...byFormula.series.values()] };
    }
    if (graph.aggregation !== null)
      reached = yield* withWholes({ code, aggregation: graph.aggregation, reached, changes, around, overflow });
    const definition = graph.definitions.get(code);
    if (definition === undefined || reached.count === 0) continue;
    yield;
    cellCount += reached.count;
    for (const changed of reached.ordered) series.push(affectedSeries(definition, changed));
    mergeChanges(changes, `${code}|actual`, reached.series);
  }
  return { series, cellCount };
}

interface Reached {
  readonly count: number;
  readonly series: Map<string, ChangedSeries>;
  /** The same in the order of computation. */
  readonly ordered: readonly ChangedSeries[];
}

const NOTHING: Reached = { count: 0, series: new Map(), ordered: [] };

/** What was reached of an indicator with the wholes that its changed cells are parts of. */
function* withWholes(input: {
  code: string;
  aggregation: AggregationGraph;
  reached: Reached;
  changes: Changes;
  around: Surroundings;
  overflow: (count: number) => void;
}): Generator<void, Reached> {
  const { code, aggregation, changes, around, overflow } = input;
  const rule = aggregation.ruleOf.get(code);
  const own = changes.get(`${code}|actual`);
  const weights = rule?.weight ? changes.get(`${rule.weight.path.operand.code}|actual`) : undefined;
  if (rule === undefined || (own === undefined && weights === undefined && input.reached.count === 0))
    return input.reached;
  const reached = { series: new Map(input.reached.series), count: input.reached.count };
  const wholes = new ReachedWholes({ rule, places: aggregation.places, around, reached, overflow });
  if (own !== undefined) wholes.addParts(own.values());
  yield;
  if (weights !== undefined) wholes.addWeights(weights.values());
  yield;
  const ordered = yield* wholes.inOrder();
  return { count: wholes.count, series: wholes.series, ordered };
}

/** Who reads whom, the other way round than a graph tells it. */
interface Reading {
  readonly edgesInto: ReadonlyMap<Rule, readonly DependencyEdge[]>;
  /** Indicator → those computed from it, by formula or weighted by it. */
  readonly readersOf: ReadonlyMap<string, ReadonlySet<string>>;
}

const readings = new WeakMap<DependencyGraph, Reading>();

/** Worked out once for each graph: a change of one cell follows a handful of its thousands of edges. */
function readingOf(graph: DependencyGraph): Reading {
  const known = readings.get(graph);
  if (known !== undefined) return known;
  const edgesInto = new Map<Rule, DependencyEdge[]>();
  const readersOf = new Map<string, Set<string>>();
  const addReader = (operand: string, reader: string): void => {
    const readers = readersOf.get(operand);
    if (readers === undefined) readersOf.set(operand, new Set([reader]));
    else readers.add(reader);
  };
  for (const edge of [...graph.dependents.values()].flat()) {
    const edges = edgesInto.get(edge.rule);
    if (edges === undefined) edgesInto.set(edge.rule, [edge]);
    else edges.push(edge);
  }
  for (const [code, rule] of graph.ruleOf)
    for (const { operand } of edgesInto.get(rule) ?? []) addReader(operand, code);
  for (const [code, { weight }] of graph.aggregation?.ruleOf ?? [])
    if (weight !== null) addReader(weight.path.operand.code, code);
  const reading = { edgesInto, readersOf };
  readings.set(graph, reading);
  return reading;
}

/** The indicators a change can reach at all: those that changed, and whoever reads them, and so on. */
function reachable(changes: Changes, readersOf: Reading["readersOf"]): ReadonlySet<string> {
  const found = new Set([...changes.keys()].map((key) => key.slice(0, key.lastIndexOf("|"))));
  // A set gives what is added while it is gone through.
  for (const code of found) for (const reader of readersOf.get(code) ?? []) found.add(reader);
  return found;
}

function affectedSeries(
  { code, periodType }: FormulaDefinition,
  { area, breakdown, periods }: ChangedSeries,
): AffectedSeries {
  const ordinals = [...(periods.get(periodType) ?? [])].sort((a, b) => a - b);
  return { indicator: code, area, breakdown, periodType, ordinals };
}

function tooLarge(maxAffectedCells: number): DomainError {
  return new DomainError(
    "effect-too-large",
    { maxAffectedCells },
    {
      vi: `Lượt gửi làm tính lại hơn ${maxAffectedCells} số liệu; hãy chia thành nhiều lượt nhỏ hơn.`,
      en: `The batch would recompute more than ${maxAffectedCells} values; split it into smaller ones.`,
    },
  );
}
