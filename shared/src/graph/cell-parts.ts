import type { AggregationPlaces } from "../aggregation/aggregation-places.ts";
import type { LinkedParts, LinkKind } from "../aggregation/link-table.ts";
import type { AreaCode } from "../area/area-code.ts";
import { type BreakdownKey, breakdownKey, parseBreakdownKey } from "../breakdown/breakdown-key.ts";
import type { AreaSpace } from "../formula/operand.ts";
import type { AggregationRule } from "./aggregation-rule.ts";

/**
 * How a computed cell came about: by its formula; carried over from the one unit it was before; recast from several
 * former units; rolled up from the areas below; totalled over the codes of a dimension.
 */
export type CellWay = "formula" | "carried" | "recast" | "roll-up" | "total";

/** One other cell of the same indicator and period that a cell is made of. */
export interface PartPlace {
  readonly key: string;
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly share: number;
}

/** The cells that one cell is made of in one way, in code order. */
export interface CellParts {
  readonly way: Exclude<CellWay, "formula">;
  readonly places: readonly PartPlace[];
}

/** What one table says of a series by day; equal parts on two days are one object. */
type PartsByDay = (day: number) => CellParts | null;

/** The ways to make the cells of one series of parts. Equal parts on two days are one object. */
export class SeriesParts {
  readonly #rule: AggregationRule;
  readonly #places: AggregationPlaces;
  readonly #area: AreaCode;
  readonly #breakdown: BreakdownKey;
  readonly #sources: readonly PartsByDay[];
  readonly #totals: readonly CellParts[];
  /** The answer for the last day, with what the tables said. */
  #last: { readonly found: readonly (CellParts | null)[]; readonly ways: readonly CellParts[] } | null = null;

  constructor(input: {
    rule: AggregationRule;
    places: AggregationPlaces;
    space: AreaSpace;
    area: AreaCode;
    breakdown: BreakdownKey;
  }) {
    this.#rule = input.rule;
    this.#places = input.places;
    this.#area = input.area;
    this.#breakdown = input.breakdown;
    this.#sources = this.#openSources();
    this.#totals = input.rule.combine === "sum" ? totalsOf(input) : [];
  }

  /** On a day: what a renamed unit carries over, recasts, roll-up, totals, in this order; the same list where nothing differs. */
  at(day: number): readonly CellParts[] {
    const found = this.#sources.map((partsOn) => partsOn(day));
    const last = this.#last;
    if (last?.found.every((parts, at) => parts === found[at])) return last.ways;
    const ways = [...found.filter((parts) => parts !== null), ...this.#totals];
    this.#last = { found, ways };
    return ways;
  }

  #openSources(): PartsByDay[] {
    const { areas, codes } = this.#places;
    const ofAreas = (kind: LinkKind) =>
      openParts(areas.partsOf(this.#area, kind), (linked) => this.#ofAreas(kind, linked));
    const dimensions = this.#breakdown === "" ? [] : Object.entries(parseBreakdownKey(this.#breakdown));
    const ofCodes = dimensions.map(([dimension, code]) =>
      openParts(codes.get(dimension)?.partsOf(code, "recast") ?? null, (linked) => this.#ofCodes(dimension, linked)),
    );
    return [ofAreas("recast"), ...ofCodes, ofAreas("roll-up")].filter((source) => source !== null);
  }

  #ofAreas(kind: LinkKind, linked: LinkedParts<AreaCode>): CellParts | null {
    const way = kind === "recast" ? recastWay(this.#rule, linked) : this.#rule.combine === null ? null : "roll-up";
    if (way === null) return null;
    const scope = way === "roll-up" ? this.#places.scopeOf(this.#breakdown) : null;
    const breakdown = this.#breakdown;
    const places = linked.codes.flatMap((area, index) =>
      scope === null || scope.has(area) ? [{ key: area, area, breakdown, share: linked.shares[index] ?? 1 }] : [],
    );
    return { way, places };
  }

  #ofCodes(dimension: string, linked: LinkedParts): CellParts | null {
    const way = recastWay(this.#rule, linked);
    if (way === null) return null;
    const own = parseBreakdownKey(this.#breakdown);
    const places = linked.codes.map((code, index) => ({
      key: `${dimension}=${code}`,
      area: this.#area,
      breakdown: breakdownKey({ ...own, [dimension]: code }),
      share: linked.shares[index] ?? 1,
    }));
    return { way, places };
  }
}

/** Makes the parts of each of the few runs of days that differ once; null where there are none on any day. */
function openParts<Code extends string>(
  linkedOn: ((day: number) => LinkedParts<Code> | null) | null,
  make: (linked: LinkedParts<Code>) => CellParts | null,
): PartsByDay | null {
  if (linkedOn === null) return null;
  const known = new Map<LinkedParts<Code>, CellParts | null>();
  return (day) => {
    const linked = linkedOn(day);
    if (linked === null) return null;
    let parts = known.get(linked);
    if (parts === undefined) {
      parts = make(linked);
      known.set(linked, parts);
    }
    return parts;
  };
}

/** How former units give the present one; null where they do not. Source: domain.md, Province mergers. */
export function recastWay({ combine, carries }: AggregationRule, linked: LinkedParts): "carried" | "recast" | null {
  if (!carries) return null;
  if (linked.isRename) return "carried";
  if (combine === null) return null;
  const isApportioned = linked.shares.some((share) => share !== 1);
  return isApportioned && combine !== "sum" && combine !== "weighted" ? null : "recast";
}

/** Totals over each dimension whose codes are declared to make the total, dimensions in the definition's order. */
function totalsOf(input: { rule: AggregationRule; space: AreaSpace; area: AreaCode; breakdown: BreakdownKey }) {
  const { rule, space, area, breakdown } = input;
  const own = parseBreakdownKey(breakdown);
  return rule.definition.breakdowns.flatMap(({ dimension }): CellParts[] => {
    if (own[dimension] !== undefined) return [];
    const codes = space.partsOf(dimension, rule.definition.code) ?? [];
    const places = codes.map((code) => ({
      key: `${dimension}=${code}`,
      area,
      breakdown: breakdownKey({ ...own, [dimension]: code }),
      share: 1,
    }));
    return places.length === 0 ? [] : [{ way: "total", places }];
  });
}
