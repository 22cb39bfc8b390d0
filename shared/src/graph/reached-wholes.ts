import type { AggregationPlaces } from "../aggregation/aggregation-places.ts";
import type { Link, LinkTable } from "../aggregation/link-table.ts";
import type { AreaCode } from "../area/area-code.ts";
import { type BreakdownKey, breakdownKey, parseBreakdownKey } from "../breakdown/breakdown-key.ts";
import { lastDayOf } from "../formula/period-arithmetic.ts";
import type { AggregationRule } from "./aggregation-rule.ts";
import { recastWay } from "./cell-parts.ts";
import { CellStages } from "./cell-stage.ts";
import { type ChangedSeries, ordinalsOf, seriesAt } from "./changed-series.ts";
import type { Surroundings } from "./edge-places.ts";
import { ResultPeriods } from "./result-periods.ts";
import { WeighedParts } from "./weighed-parts.ts";

/** The cells of an indicator that its own changed cells reach as parts, stage after stage. */
export class ReachedWholes {
  /** Cells to compute: those reached by the formula and the wholes. */
  readonly series: Map<string, ChangedSeries>;
  count: number;
  readonly #rule: AggregationRule;
  readonly #places: AggregationPlaces;
  readonly #around: Surroundings;
  readonly #overflow: (count: number) => void;
  readonly #stages: CellStages;
  /** Changed parts not followed yet, by stage. */
  readonly #pending = new Map<number, Map<string, ChangedSeries>>();
  readonly #days = new Map<number, number>();

  constructor(input: {
    rule: AggregationRule;
    places: AggregationPlaces;
    around: Surroundings;
    reached: { readonly series: Map<string, ChangedSeries>; readonly count: number };
    /** Called with the count; throws where there are too many. */
    overflow: (count: number) => void;
  }) {
    this.#rule = input.rule;
    this.#places = input.places;
    this.#around = input.around;
    this.#overflow = input.overflow;
    this.series = input.reached.series;
    this.count = input.reached.count;
    this.#stages = new CellStages(input.rule, input.places);
    this.addParts(this.series.values());
  }

  /** Takes in changed cells of the indicator. */
  addParts(changed: Iterable<ChangedSeries>): void {
    const { periodType } = this.#rule.definition;
    for (const { key, area, breakdown, periods } of changed) {
      const ordinals = periods.get(periodType);
      if (ordinals !== undefined) this.#add(this.#pendingAt(area, breakdown), { key, area, breakdown }, ordinals);
    }
  }

  /** Takes in the parts whose weight changed, as far as they or the wholes they belong to have stored values. */
  addWeights(changed: Iterable<ChangedSeries>): void {
    const { weight } = this.#rule;
    if (weight === null) return;
    const results = new ResultPeriods(weight.path);
    const weighed = new WeighedParts(this.#rule, weight, this.#places, this.#around.stored);
    for (const { area, breakdown: weighedAt, periods } of changed) {
      for (const [breakdown, extent] of weighed.of(area, weighedAt)) {
        const ordinals = new Set<number>();
        for (const [type, own] of periods) {
          for (const range of [...own].flatMap((ordinal) => results.of(type, ordinal))) {
            const last = Math.min(range.last, extent.last);
            for (let ordinal = Math.max(range.first, extent.first); ordinal <= last; ordinal++) ordinals.add(ordinal);
          }
        }
        const key = `${area}|${breakdown}`;
        this.#add(this.#pendingAt(area, breakdown), { key, area, breakdown }, ordinals);
      }
    }
  }

  /** Follows every part to its wholes, part after part, and gives the cells to compute in order. */
  *inOrder(): Generator<void, ChangedSeries[]> {
    while (this.#pending.size > 0) {
      const stage = Math.min(...this.#pending.keys());
      const parts = this.#pending.get(stage);
      this.#pending.delete(stage);
      for (const part of parts?.values() ?? []) {
        this.#follow(part);
        yield;
      }
    }
    const stageOf = ({ area, breakdown }: ChangedSeries): number => this.#stages.of(area, breakdown);
    const staged = [...this.series.values()].map((changed) => ({ changed, stage: stageOf(changed) }));
    return staged.sort((a, b) => a.stage - b.stage).map(({ changed }) => changed);
  }

  #follow(part: ChangedSeries): void {
    const { area, breakdown } = part;
    const { combine } = this.#rule;
    for (const link of this.#places.areas.linksFrom(area)) {
      if (this.#isFollowed(link, this.#places.areas)) this.#reach(part, link.whole, breakdown, link);
    }
    if (breakdown === "") return;
    const own = parseBreakdownKey(breakdown);
    for (const [dimension, code] of Object.entries(own)) {
      const table = this.#places.codes.get(dimension);
      for (const link of table?.linksFrom(code) ?? []) {
        if (table === undefined || !this.#isFollowed(link, table)) continue;
        this.#reach(part, area, breakdownKey({ ...own, [dimension]: link.whole }), link);
      }
      const codes = combine === "sum" ? this.#around.space.partsOf(dimension, this.#rule.definition.code) : null;
      if (codes?.includes(code)) this.#reach(part, area, breakdownKey({ ...own, [dimension]: "_T" }), null);
    }
  }

  #isFollowed(link: Link, table: LinkTable): boolean {
    if (link.kind === "roll-up") return this.#rule.combine !== null;
    const linked = table.partsAt(link.whole, "recast", link.last);
    return linked !== null && recastWay(this.#rule, linked) !== null;
  }

  #reach(part: ChangedSeries, area: AreaCode, breakdown: BreakdownKey, link: Link | null): void {
    const { periodType } = this.#rule.definition;
    const own = part.periods.get(periodType) ?? new Set<number>();
    const ordinals = link === null ? own : [...own].filter((ordinal) => this.#isWithin(ordinal, link));
    const place = { key: `${area}|${breakdown}`, area, breakdown };
    const before = this.series.get(place.key)?.periods.get(periodType)?.size ?? 0;
    this.#add(this.series, place, ordinals);
    this.count += (this.series.get(place.key)?.periods.get(periodType)?.size ?? 0) - before;
    this.#overflow(this.count);
    this.#add(this.#pendingAt(area, breakdown), place, ordinals);
  }

  #isWithin(ordinal: number, { first, last }: Link): boolean {
    let day = this.#days.get(ordinal);
    if (day === undefined) {
      day = lastDayOf(this.#rule.definition.periodType, ordinal);
      this.#days.set(ordinal, day);
    }
    return first <= day && day <= last;
  }

  #add(
    to: Map<string, ChangedSeries>,
    { key, area, breakdown }: Pick<ChangedSeries, "key" | "area" | "breakdown">,
    ordinals: Iterable<number>,
  ): void {
    let known: Set<number> | null = null;
    for (const ordinal of ordinals) {
      known ??= ordinalsOf(seriesAt(to, key, area, breakdown), this.#rule.definition.periodType);
      known.add(ordinal);
    }
  }

  #pendingAt(area: AreaCode, breakdown: BreakdownKey): Map<string, ChangedSeries> {
    const stage = this.#stages.of(area, breakdown);
    let pending = this.#pending.get(stage);
    if (pending === undefined) {
      pending = new Map();
      this.#pending.set(stage, pending);
    }
    return pending;
  }
}
