import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { OrdinalRange } from "../formula/ordinal-range.ts";
import { anchoredExtent } from "./anchored-extent.ts";
import { type ChangedSeries, ordinalsOf, seriesAt } from "./changed-series.ts";
import type { DependencyEdge, Rule } from "./dependency-graph.ts";
import { isInPlace, resultAreas, resultBreakdowns, type Surroundings } from "./edge-places.ts";
import type { OperandPath } from "./operand-path.ts";
import { ResultPeriods } from "./result-periods.ts";

/** The cells of one rule that a set of changes reaches. Stops with `overflow` beyond `room` cells. */
export class ReachedCells {
  readonly series = new Map<string, ChangedSeries>();
  count = 0;
  readonly #rule: Rule;
  readonly #around: Surroundings;
  readonly #room: number;
  readonly #overflow: () => Error;
  readonly #extents = new Map<string, OrdinalRange | null>();

  constructor(rule: Rule, around: Surroundings, room: number, overflow: () => Error) {
    this.#rule = rule;
    this.#around = around;
    this.#room = room;
    this.#overflow = overflow;
  }

  /** Adds what the changed series of one operand reach, series after series. */
  *follow({ path }: DependencyEdge, source: Iterable<ChangedSeries>): Generator<void, void> {
    const results = new ResultPeriods(path);
    const places = new ResultPlaces(this.#rule, path, this.#around);
    for (const changed of source) {
      for (const place of places.of(changed)) this.#add(place, changed.periods, results);
      yield;
    }
  }

  #add(place: Place, periods: ChangedSeries["periods"], results: ResultPeriods): void {
    const { key, area, breakdown } = place;
    const reached = ordinalsOf(seriesAt(this.series, key, area, breakdown), this.#rule.definition.periodType);
    for (const [type, ordinals] of periods) {
      for (const ordinal of ordinals) {
        for (const range of results.of(type, ordinal)) this.#addRange(reached, range, place);
      }
    }
    if (reached.size === 0) this.series.delete(key);
  }

  #addRange(reached: Set<number>, range: OrdinalRange, { key, area, breakdown }: Place): void {
    const { first, last } = range.last === Number.POSITIVE_INFINITY ? this.#cut(range, key, area, breakdown) : range;
    if (last - first >= this.#room) throw this.#overflow();
    const before = reached.size;
    for (let ordinal = first; ordinal <= last; ordinal++) reached.add(ordinal);
    this.count += reached.size - before;
    if (this.count > this.#room) throw this.#overflow();
  }

  /** An open-ended run of results, cut to what the stored anchors can give. */
  #cut(range: OrdinalRange, key: string, area: AreaCode, breakdown: BreakdownKey): OrdinalRange {
    let extent = this.#extents.get(key);
    if (extent === undefined) {
      extent = anchoredExtent(this.#rule, { area, breakdown }, this.#around);
      this.#extents.set(key, extent);
    }
    return extent === null ? { first: 0, last: -1 } : { first: Math.max(range.first, extent.first), last: extent.last };
  }
}

interface Place {
  readonly key: string;
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
}

/** Where the rule's cells that read a changed series lie. */
class ResultPlaces {
  readonly #rule: Rule;
  readonly #path: OperandPath;
  readonly #around: Surroundings;
  readonly #inPlace: boolean;
  readonly #computed = new Map<BreakdownKey, boolean>();
  readonly #areas = new Map<AreaCode, readonly AreaCode[]>();

  constructor(rule: Rule, path: OperandPath, around: Surroundings) {
    this.#rule = rule;
    this.#path = path;
    this.#around = around;
    this.#inPlace = isInPlace(path);
  }

  of(changed: ChangedSeries): readonly Place[] {
    if (this.#inPlace) return this.#isComputed(changed) ? [changed] : [];
    return this.#areasFor(changed.area).flatMap((area) =>
      resultBreakdowns(this.#rule, this.#path, changed.breakdown, area, this.#around.stored).map((breakdown) => ({
        key: `${area}|${breakdown}`,
        area,
        breakdown,
      })),
    );
  }

  #areasFor(area: AreaCode): readonly AreaCode[] {
    let areas = this.#areas.get(area);
    if (areas === undefined) {
      areas = resultAreas(this.#rule, this.#path, area, this.#around);
      this.#areas.set(area, areas);
    }
    return areas;
  }

  #isComputed({ area, breakdown }: ChangedSeries): boolean {
    let computed = this.#computed.get(breakdown);
    if (computed === undefined) {
      computed = resultBreakdowns(this.#rule, this.#path, breakdown, area, this.#around.stored).length > 0;
      this.#computed.set(breakdown, computed);
    }
    return computed;
  }
}
