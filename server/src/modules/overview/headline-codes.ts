import type { Scope } from "../screen/resolve-scope.ts";
import type { ScreenWorld } from "../screen/screen-world.ts";

/** Cards of a home screen that has none chosen. */
const CARDS = 9;

/**
 * Headline cards of a scope in order. The Government's further cards and a province's full list join as soon as they
 * have values; a ministry without chosen cards starts with its first group, indicators with data first.
 */
export function headlineCodes(world: ScreenWorld, scope: Scope, hasData: (code: string) => boolean): string[] {
  const { homes } = world;
  if (scope.level === "government") return [...homes.government, ...homes.governmentWhenConnected.filter(hasData)];
  if (scope.level === "province") {
    if (scope.simulated) return [...homes.province];
    return [...new Set([...homes.provinceRealOnly, ...homes.province.filter(hasData)])];
  }
  const chosen = homes.ministries[scope.ministry ?? ""];
  if (chosen !== undefined) return [...chosen];
  const first = scope.set.groups[0]?.indicators ?? [];
  return first.toSorted((a, b) => Number(hasData(b)) - Number(hasData(a))).slice(0, CARDS);
}

/** Every code that a home screen's headline may show, whatever has data. */
export function possibleHeadlineCodes(world: ScreenWorld, scope: Scope): string[] {
  return headlineCodes(world, scope, () => true);
}
