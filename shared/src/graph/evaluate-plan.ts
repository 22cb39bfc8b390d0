import type { AreaSpace, OperandReading, OperandSource, SeriesAddress, SeriesReadings } from "../formula/operand.ts";
import { missingValue } from "../observation/value.ts";
import type { AffectedPlan, EvaluatedResult, EvaluatedSeries } from "./affected-plan.ts";
import { bindCell } from "./bind-cell.ts";
import type { DependencyGraph } from "./dependency-graph.ts";

const NOT_STORED: OperandReading = { value: missingValue("not-reported"), token: null };

interface Evaluation {
  readonly graph: DependencyGraph;
  readonly plan: AffectedPlan;
  readonly source: OperandSource;
  readonly space: AreaSpace;
}

/**
 * Evaluates a plan in order. `source` answers by the default reading order from what is stored and what the
 * change brings; what a cell gives here is what later cells read, except where `source` has a reported value
 * (`origin: "reported"`) for the same cell, or a reported absence that no result fills.
 */
export function evaluatePlan(input: Evaluation): EvaluatedResult[] {
  const results: EvaluatedResult[] = [];
  for (const { series, outcomes } of evaluateSeries(input)) {
    const { indicator, area, breakdown, periodType: type } = series;
    for (const [at, { value, live, status, way, coverage }] of outcomes.entries()) {
      const period = { type, ordinal: series.ordinals[at] ?? 0 };
      results.push({ cell: { indicator, area, breakdown, period }, value, live, status, way, coverage });
    }
  }
  return results;
}

/** The same series by series, for whoever has other things to do between them. */
export function* evaluateSeries({ graph, plan, source, space }: Evaluation): Generator<EvaluatedSeries> {
  const overlay = new Overlay(source, graph);
  for (const series of plan.series) {
    const { indicator, area, breakdown } = series;
    const cell = bindCell({ graph, indicator, area, breakdown, source: overlay, space });
    if (cell === null) continue;
    const computed = overlay.computedAt(indicator, area, breakdown);
    const outcomes = series.ordinals.map((ordinal) => {
      const outcome = cell.at(ordinal);
      const { value, live, status, coverage } = outcome;
      computed?.set(ordinal, live ? { value, status, coverage, token: null, origin: "computed" } : NOT_STORED);
      return outcome;
    });
    yield { series, outcomes };
  }
}

/** A source in which the cells evaluated so far stand before what was stored. */
class Overlay implements OperandSource {
  readonly #base: OperandSource;
  readonly #graph: DependencyGraph;
  readonly #computed = new Map<string, Map<string, Map<number, OperandReading>>>();

  constructor(base: OperandSource, graph: DependencyGraph) {
    this.#base = base;
    this.#graph = graph;
  }

  open(series: SeriesAddress): SeriesReadings {
    const base = this.#base.open(series);
    if (series.scenario !== "actual") return base;
    const computed = this.#computed.get(series.indicator)?.get(`${series.area}|${series.breakdown}`);
    if (computed === undefined) return base;
    return {
      at: (ordinal) => {
        const own = computed.get(ordinal);
        if (own === undefined) return base.at(ordinal);
        const stored = base.at(ordinal);
        const reported = stored.origin === "reported" ? stored : stored.reported;
        if (reported === undefined) return own;
        return reported.value.kind !== "missing" || own.value.kind === "missing" ? reported : own;
      },
    };
  }

  /** Where results of a series are kept; null where no rule reads the indicator. */
  computedAt(indicator: string, area: string, breakdown: string): Map<number, OperandReading> | null {
    if (this.#graph.aggregation === null && !this.#graph.dependents.has(indicator)) return null;
    let ofIndicator = this.#computed.get(indicator);
    if (ofIndicator === undefined) {
      ofIndicator = new Map();
      this.#computed.set(indicator, ofIndicator);
    }
    const key = `${area}|${breakdown}`;
    let ofSeries = ofIndicator.get(key);
    if (ofSeries === undefined) {
      ofSeries = new Map();
      ofIndicator.set(key, ofSeries);
    }
    return ofSeries;
  }
}
