import type { IndicatorSetRecord, UnitRecord } from "@bochiso/db/repositories/catalogue";
import type { Feed } from "@bochiso/db/repositories/feeds";
import type { PeriodLock } from "@bochiso/db/repositories/intake";
import type { Agency } from "@bochiso/shared/agency";
import type { Area } from "@bochiso/shared/area";
import type { Dimension } from "@bochiso/shared/breakdown";
import type { Ownership } from "@bochiso/shared/feed";
import type { AreaSpace } from "@bochiso/shared/formula";
import type { DependencyGraph } from "@bochiso/shared/graph";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { ReferenceData } from "../ingestion/reference.ts";

/** The catalogue in force with everything derived from it. Immutable: a new version is a new object. */
export interface Catalogue extends ReferenceData {
  /** Changes whenever anything below changes. */
  readonly version: string;
  /** Changes with whatever computed cells depend on: not with feeds, who owns what, and period locks. */
  readonly definitionsVersion: string;
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly areas: ReadonlyMap<string, Area>;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly units: ReadonlyMap<string, UnitRecord>;
  readonly sets: ReadonlyMap<string, IndicatorSetRecord>;
  readonly feeds: ReadonlyMap<string, Feed>;
  /** Who owns which cells, at any moment. */
  readonly ownership: Ownership;
  /** Who depends on whom, over all formulas and wholes in force; its definitions hand breaks on to successors. */
  readonly graph: DependencyGraph;
  /** Frozen periods by indicator. */
  readonly locks: ReadonlyMap<string, readonly PeriodLock[]>;
  /** The country as formulas see it. */
  readonly space: AreaSpace;
}
