import { DomainError } from "../errors/domain-error.ts";
import type { AreaSpace } from "../formula/operand.ts";
import type { AffectedPlan, AffectedSeries } from "./affected-plan.ts";
import { type ChangedSeries, groupChanges, mergeChanges } from "./changed-series.ts";
import type { DependencyEdge, DependencyGraph, Rule } from "./dependency-graph.ts";
import { ReachedCells } from "./reached-cells.ts";
import type { ChangedCell, StoredExtent } from "./stored-extent.ts";

/** Most derived cells one write may recompute; a published limit of the API. Source: push-api.md. */
export const MAX_AFFECTED_CELLS = 500_000;

/**
 * The derived cells that the change of some cells can change, directly or through other derived cells, each
 * once, in dependency order. `stored` is the state before the change. Throws `effect-too-large` beyond
 * `maxAffectedCells`.
 */
export function affectedCells(input: {
  graph: DependencyGraph;
  changed: Iterable<ChangedCell>;
  space: AreaSpace;
  stored: StoredExtent;
  maxAffectedCells?: number;
}): AffectedPlan {
  const { graph, space, stored, maxAffectedCells = MAX_AFFECTED_CELLS } = input;
  const changes = groupChanges(input.changed);
  const edgesInto = groupEdges(graph);
  const series: AffectedSeries[] = [];
  let cellCount = 0;
  for (const rule of graph.rules) {
    const reached = new ReachedCells(rule, { space, stored }, maxAffectedCells - cellCount, () =>
      tooLarge(maxAffectedCells),
    );
    for (const edge of edgesInto.get(rule) ?? []) {
      const source = changes.get(`${edge.operand}|${edge.scenario}`);
      if (source !== undefined) reached.follow(edge, source.values());
    }
    cellCount += reached.count;
    for (const changed of reached.series.values()) series.push(affectedSeries(rule, changed));
    mergeChanges(changes, `${rule.definition.code}|actual`, reached.series);
  }
  return { series, cellCount };
}

function groupEdges(graph: DependencyGraph): Map<Rule, DependencyEdge[]> {
  const edgesInto = new Map<Rule, DependencyEdge[]>();
  for (const edges of graph.dependents.values()) {
    for (const edge of edges) {
      const known = edgesInto.get(edge.rule);
      if (known === undefined) edgesInto.set(edge.rule, [edge]);
      else known.push(edge);
    }
  }
  return edgesInto;
}

function affectedSeries(rule: Rule, { area, breakdown, periods }: ChangedSeries): AffectedSeries {
  const { code, periodType } = rule.definition;
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
