import type { Area } from "@bochiso/shared/area";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";

/** What rows are checked against: the catalogue in force, by code. */
export interface ReferenceData {
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly areas: ReadonlyMap<string, Area>;
  /** Dimension → its codes; `_T` and `_Z` are implied. */
  readonly dimensionCodes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Which cells a feed owns: indicator → area codes, `*` for every real area, `demo:*` for every fictional one. */
export type FeedScope = ReadonlyMap<string, ReadonlySet<string>>;

/** Whether a feed's scope holds an area of an indicator it owns. */
export function scopeHoldsArea(areas: ReadonlySet<string>, area: Area): boolean {
  return areas.has(area.code) || areas.has(area.simulated ? "demo:*" : "*");
}
