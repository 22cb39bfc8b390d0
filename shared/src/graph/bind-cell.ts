import { type Coverage, combineAll, type Part } from "../aggregation/combine-all.ts";
import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { CompiledFormula } from "../formula/compile-formula.ts";
import { type BoundFormula, bindFormula, type Evaluation } from "../formula/evaluate.ts";
import type { AreaSpace, OperandReading, OperandSource, SeriesReadings } from "../formula/operand.ts";
import { lastDayOf } from "../formula/period-arithmetic.ts";
import type { IndicatorCode } from "../indicator/indicator.ts";
import { isPartialCoverage, leastCovered } from "../observation/coverage.ts";
import { leastFirmStatus, type ObservationStatus } from "../observation/observation-status.ts";
import { missingValue, type Value } from "../observation/value.ts";
import { type AggregationRule, type WeightOperand, weightBreakdown } from "./aggregation-rule.ts";
import { type CellParts, type CellWay, type PartPlace, SeriesParts } from "./cell-parts.ts";
import type { DependencyGraph } from "./dependency-graph.ts";
import { isComputed } from "./edge-places.ts";

/** A computed cell: its value and how firm it is, whether it exists, how it came about, and what a whole stands on. */
export interface CellEvaluation {
  readonly value: Value;
  readonly live: boolean;
  readonly status: ObservationStatus | null;
  readonly way: CellWay;
  /** Of a whole, its parts; of a formula, the least covered partial number it was computed from, null where all are whole. */
  readonly coverage: Coverage | null;
  /** The parts it was made of; null for a formula. */
  readonly parts: CellParts | null;
}

/** The cells of one computed series. */
export interface BoundCell {
  at(ordinal: number): CellEvaluation;
}

const NOTHING: CellEvaluation = {
  value: missingValue("not-reported"),
  live: false,
  status: null,
  way: "formula",
  coverage: null,
  parts: null,
};

/** Opens the cells of a series for computing; null where no rule computes the indicator. */
export function bindCell(input: {
  graph: DependencyGraph;
  indicator: IndicatorCode;
  area: AreaCode;
  breakdown: BreakdownKey;
  source: OperandSource;
  space: AreaSpace;
}): BoundCell | null {
  const { graph, indicator, area, breakdown, source, space } = input;
  const rule = graph.ruleOf.get(indicator);
  const bind = (compiled: CompiledFormula) => bindFormula({ formula: compiled, area, breakdown, source, space });
  const aggregation = graph.aggregation?.ruleOf.get(indicator);
  if (graph.aggregation !== null && aggregation !== undefined) {
    // A cell reached through its parts may lie at a breakdown that the formula cannot compute.
    const formula = rule !== undefined && isComputed(rule, breakdown) ? bind(rule.formula) : null;
    const { places } = graph.aggregation;
    const parts = new SeriesParts({ rule: aggregation, places, space, area, breakdown });
    return new CellOfParts({ rule: aggregation, formula, parts, source, space });
  }
  if (rule === undefined) return null;
  const formula = bind(rule.formula);
  return { at: (ordinal) => byFormula(formula, ordinal) };
}

function byFormula(formula: BoundFormula, ordinal: number): CellEvaluation {
  const { value, live, status, coverage } = formula.at(ordinal);
  return { value, live, status, way: "formula", coverage, parts: null };
}

/**
 * What a renamed unit carries over stands first. Then, for ratios and sums of sums, the formula and after it the
 * parts; otherwise the parts by the declared rule, and the formula only where no part has anything. A way that
 * gives a number or an error stands before one that gives an absence.
 */
class CellOfParts implements BoundCell {
  readonly #rule: AggregationRule;
  readonly #formula: BoundFormula | null;
  readonly #parts: SeriesParts;
  readonly #source: OperandSource;
  readonly #space: AreaSpace;
  readonly #readings = new Map<string, SeriesReadings>();
  readonly #weights = new Map<string, BoundFormula>();
  /** The ways of the last cell, and the order they stand in: neighbours have the same. */
  #last: { readonly ways: readonly CellParts[]; readonly order: readonly (CellParts | BoundFormula)[] } | null = null;

  constructor(input: {
    rule: AggregationRule;
    formula: BoundFormula | null;
    parts: SeriesParts;
    source: OperandSource;
    space: AreaSpace;
  }) {
    this.#rule = input.rule;
    this.#formula = input.formula;
    this.#parts = input.parts;
    this.#source = input.source;
    this.#space = input.space;
  }

  at(ordinal: number): CellEvaluation {
    const order = this.#orderOn(lastDayOf(this.#rule.definition.periodType, ordinal));
    const found = this.#firstFound(order, ordinal);
    if (found.live || this.#rule.isFormulaFirst || this.#formula === null) return found;
    return byFormula(this.#formula, ordinal);
  }

  /** What is tried on a day, in this order. */
  #orderOn(day: number): readonly (CellParts | BoundFormula)[] {
    const ways = this.#parts.at(day);
    if (this.#last?.ways === ways) return this.#last.order;
    const carried = ways.filter(({ way }) => way === "carried");
    const combined = ways.filter(({ way }) => way !== "carried");
    const formula = this.#rule.isFormulaFirst && this.#formula !== null ? [this.#formula] : [];
    const order = [...carried, ...formula, ...combined];
    this.#last = { ways, order };
    return order;
  }

  /** The first way that gives a number or an error, else the first that says why there is none. */
  #firstFound(order: readonly (CellParts | BoundFormula)[], ordinal: number): CellEvaluation {
    let absent: CellEvaluation | null = null;
    for (const way of order) {
      const found = "places" in way ? this.#combine(way, ordinal) : byFormula(way, ordinal);
      if (found.live && found.value.kind !== "missing") return found;
      if (absent === null || (found.live && !absent.live)) absent = found;
    }
    return absent ?? NOTHING;
  }

  #combine(parts: CellParts, ordinal: number): CellEvaluation {
    const { way, places } = parts;
    const { combine, partialAllowed } = this.#rule;
    if (way === "carried") return this.#carry(parts, ordinal);
    const { value, status, coverage, missing } = combineAll(
      places.map((place) => this.#part(place, ordinal)),
      {
        rule: combine ?? "none",
        partialAllowed: partialAllowed && way === "roll-up",
        incomplete: way === "recast" ? "incomplete-predecessors" : "incomplete-parts",
      },
    );
    const live = value.kind !== "missing" || missing.length < coverage.of;
    return { value, live, status, way, coverage, parts };
  }

  #carry(parts: CellParts, ordinal: number): CellEvaluation {
    const [place] = parts.places;
    const { value, status = null, ...read } = place === undefined ? NOTHING : this.#read(place, ordinal);
    const isNumber = value.kind === "number";
    const isHad = isNumber && !isPartialCoverage(read.coverage);
    const coverage = { have: isHad ? 1 : 0, of: 1, weightShare: null };
    return { value, live: value.kind !== "missing", status: isNumber ? status : null, way: "carried", coverage, parts };
  }

  #part(place: PartPlace, ordinal: number): Part {
    const { key, share } = place;
    const { weight } = this.#rule;
    const { value, status = null, coverage = null } = this.#read(place, ordinal);
    if (weight === null) return { key, share, value, status, coverage };
    const weighed = this.#weigh(weight, place, ordinal);
    return {
      key,
      share,
      value,
      weight: weighed.value,
      status: leastFirmStatus(status, weighed.status),
      coverage: leastCovered(coverage, weighed.coverage),
    };
  }

  #read({ area, breakdown, key }: PartPlace, ordinal: number): OperandReading {
    let readings = this.#readings.get(key);
    if (readings === undefined) {
      const indicator = this.#rule.definition.code;
      readings = this.#source.open({ indicator, area, breakdown, scenario: "actual" });
      this.#readings.set(key, readings);
    }
    return readings.at(ordinal);
  }

  #weigh(weight: WeightOperand, { area, breakdown, key }: PartPlace, ordinal: number): Evaluation {
    let bound = this.#weights.get(key);
    if (bound === undefined) {
      const at = weightBreakdown(weight, breakdown);
      bound = bindFormula({ formula: weight.formula, area, breakdown: at, source: this.#source, space: this.#space });
      this.#weights.set(key, bound);
    }
    return bound.at(ordinal);
  }
}
