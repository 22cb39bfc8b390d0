/** A unit of the country as its catalogue states it. */
export interface PlainArea {
  readonly code: string;
  readonly level: string;
  readonly parent: string | null;
  readonly region: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly predecessors: readonly string[];
  readonly simulated: boolean;
}

/** What is part of what, worked out from the plain list of areas alone. */
export interface Places {
  readonly childrenOf: (area: string, day: number) => readonly string[];
  readonly parentOf: (area: string) => string | null;
  /** Which areas a whole must be made of on a day, by the way it is made; null where nothing is known. */
  readonly partsOf: (area: string, way: string, day: number) => readonly string[] | null;
  /** Areas that a break declared for some also concerns: the units that came of them. */
  readonly withSuccessors: (areas: readonly string[]) => readonly string[];
}

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Nothing known of any area. */
export const NOWHERE: Places = {
  childrenOf: () => [],
  parentOf: () => null,
  partsOf: () => null,
  withSuccessors: (areas) => areas,
};

/** The country of a list of areas. */
export function placesOf(areas: readonly PlainArea[]): Places {
  const real = areas.filter(({ simulated }) => !simulated);
  const of = new Map(real.map((area) => [area.code, area]));
  const provinces = real.filter(({ level }) => level === "province");
  const codes = (some: readonly PlainArea[]) => some.map(({ code }) => code).sort();
  const standsOn = (day: number) => (area: PlainArea) =>
    (area.validFrom === null || dayOf(area.validFrom) <= day) && (area.validTo === null || day <= dayOf(area.validTo));
  const members = (region: PlainArea, day: number) => {
    const own = provinces.filter((area) => area.region === region.code);
    const isDrawn = region.validFrom === null || dayOf(region.validFrom) <= day;
    return isDrawn ? own.filter(standsOn(day)) : own.filter((area) => area.validFrom === region.validFrom);
  };
  const below = (area: string, day: number): PlainArea[] => {
    const unit = of.get(area);
    if (unit === undefined) return [];
    if (unit.level === "nation") return provinces.filter(standsOn(day));
    if (unit.level === "region") return members(unit, day);
    return real.filter((each) => each.parent === area && each.level === "commune").filter(standsOn(day));
  };
  const former = (area: string, day: number): readonly string[] => {
    const unit = of.get(area);
    const isBefore = unit?.validFrom != null && day < dayOf(unit.validFrom);
    return isBefore ? unit.predecessors.toSorted() : [];
  };
  return {
    childrenOf: (area, day) => (of.get(area)?.level === "region" ? [] : codes(below(area, day))),
    parentOf: (area) => {
      const unit = of.get(area);
      if (unit?.level === "province") return codes(real.filter(isNation))[0] ?? null;
      return unit?.level === "commune" ? unit.parent : null;
    },
    partsOf: (area, way, day) => (way === "roll-up" ? codes(below(area, day)) : former(area, day)),
    withSuccessors: (some) => [
      ...some,
      ...codes(real.filter(({ predecessors }) => predecessors.some((each) => some.includes(each)))),
    ],
  };
}

const isNation = ({ level }: PlainArea): boolean => level === "nation";
