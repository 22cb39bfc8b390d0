import type { Area, AreaCode } from "@bochiso/shared/area";
import type { AreaSpace } from "@bochiso/shared/formula";
import { firstDay, lastDay, type Period } from "@bochiso/shared/period";

/**
 * The country as formulas see it: provinces lie directly in the nation (regions are groupings, not a level of
 * administration), former and present ones each in their time, fictional units in nothing.
 */
export function createAreaSpace(areas: Iterable<Area>): AreaSpace {
  const real = [...areas].filter((area) => !area.simulated);
  const nation = real.find((area) => area.level === "nation");
  const provinces = real.filter((area) => area.level === "province").sort((a, b) => (a.code < b.code ? -1 : 1));
  const isProvince = new Set(provinces.map((area) => area.code));
  const known = new Map<string, readonly AreaCode[]>();
  return {
    parentOf: (area) => (isProvince.has(area) ? (nation?.code ?? null) : null),
    childrenOf: (area, period) => {
      if (nation === undefined || area !== nation.code) return [];
      const key = period === null ? "ever" : `${period.type} ${period.ordinal}`;
      let children = known.get(key);
      if (children === undefined) {
        children = provinces.filter((it) => period === null || inForceAtEnd(it, period)).map((it) => it.code);
        known.set(key, children);
      }
      return children;
    },
    // No list of codes is declared to be exhaustive yet.
    partsOf: () => null,
  };
}

/** In a period during which units were merged, those in force at its end count: both at once would count people twice. */
function inForceAtEnd(area: Area, period: Period): boolean {
  const day = period.type === "static" ? firstDay(period) : lastDay(period);
  return (area.validFrom === null || area.validFrom <= day) && (area.validTo === null || area.validTo >= day);
}
