import type { PeriodLock } from "@bochiso/db/repositories/intake";
import type { Area } from "@bochiso/shared/area";
import { holdsArea, type OwnedCells } from "@bochiso/shared/feed";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";

/** What rows are checked against: the catalogue in force, by code. */
export interface ReferenceData {
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly areas: ReadonlyMap<string, Area>;
  /** Dimension → its codes; `_T` and `_Z` are implied. */
  readonly dimensionCodes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Frozen periods by indicator. */
  readonly locks: ReadonlyMap<string, readonly Pick<PeriodLock, "area" | "firstDay" | "lastDay" | "reason">[]>;
}

/** Which cells a feed owns at a moment. */
export type FeedScope = OwnedCells;

/** Whether a feed's scope holds an area of an indicator it owns. */
export function scopeHoldsArea(areas: ReadonlySet<string>, area: Area): boolean {
  return holdsArea(areas, area.code, area.simulated ? "demo:*" : "*");
}
