import type { Area, AreaCode } from "@bochiso/shared/area";
import type { AreaSpace } from "@bochiso/shared/formula";
import { firstDay, lastDay, type Period } from "@bochiso/shared/period";

/**
 * The country as formulas see it: provinces lie directly in the nation (regions are groupings, not a level of
 * administration), communes in their province, former and present ones each in their time, fictional units in nothing.
 */
export function createAreaSpace(areas: Iterable<Area>): AreaSpace {
  const real = [...areas].filter((area) => !area.simulated).sort((a, b) => (a.code < b.code ? -1 : 1));
  const nation = real.find((area) => area.level === "nation")?.code ?? null;
  const provinces = new Set(real.filter((area) => area.level === "province").map((area) => area.code));
  const aboveOf = ({ level, parent }: Area): AreaCode | null => {
    if (level === "province") return nation;
    return level === "commune" && parent !== null && provinces.has(parent) ? parent : null;
  };
  const parents = new Map(real.map((area) => [area.code, aboveOf(area)]));
  const below = new Map<AreaCode | null, Children>();
  for (const [parent, own] of Map.groupBy(real, aboveOf)) if (parent !== null) below.set(parent, new Children(own));
  return {
    parentOf: (area) => parents.get(area) ?? null,
    childrenOf: (area, period) => below.get(area)?.of(period) ?? [],
    // No list of codes is declared to be exhaustive yet.
    partsOf: () => null,
  };
}

/** The areas directly below one, ever or at the end of a period; equal days share one list. */
class Children {
  readonly #areas: readonly Area[];
  readonly #ever: readonly AreaCode[];
  /** Days (ISO) that a unit begins on or ends after: between two of them nothing changes. */
  readonly #starts: readonly string[];
  readonly #ends: readonly string[];
  readonly #known = new Map<string, readonly AreaCode[]>();

  constructor(areas: readonly Area[]) {
    this.#areas = areas;
    this.#ever = areas.map(({ code }) => code);
    this.#starts = [...new Set(areas.flatMap(({ validFrom }) => validFrom ?? []))];
    this.#ends = [...new Set(areas.flatMap(({ validTo }) => validTo ?? []))];
  }

  /** In a period during which units were merged, those in force at its end count: both at once would count people twice. */
  of(period: Period | null): readonly AreaCode[] {
    if (period === null || (this.#starts.length === 0 && this.#ends.length === 0)) return this.#ever;
    const day = period.type === "static" ? firstDay(period) : lastDay(period);
    const begun = this.#starts.filter((start) => start <= day).length;
    const ended = this.#ends.filter((end) => end < day).length;
    const key = `${begun} ${ended}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      known = this.#areas.filter((area) => isInForce(area, day)).map(({ code }) => code);
      this.#known.set(key, known);
    }
    return known;
  }
}

function isInForce({ validFrom, validTo }: Area, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
}
