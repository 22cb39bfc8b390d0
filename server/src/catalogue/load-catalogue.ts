import {
  listAgencies,
  listAreas,
  listDefinitions,
  listDimensions,
  listIndicatorSets,
  listUnits,
} from "@bochiso/db/repositories/catalogue";
import { listFeeds, listOwnership } from "@bochiso/db/repositories/feeds";
import { listPeriodLocks } from "@bochiso/db/repositories/intake";
import type { ReadTx } from "@bochiso/db/store";
import { createAggregationPlaces } from "@bochiso/shared/aggregation";
import { createOwnership } from "@bochiso/shared/feed";
import { buildGraph } from "@bochiso/shared/graph";
import { createAreaSpace } from "./area-space.ts";
import type { Catalogue } from "./catalogue.ts";

/** Dimensions whose codes are agencies. */
const AGENCY_DIMENSIONS = ["agency", "budgetHolder"];

/** Reads the catalogue in force and builds what is derived from it. */
export async function loadCatalogue(
  tx: ReadTx,
  version: string,
  definitionsVersion: string = version,
): Promise<Catalogue> {
  const definitions = byCode((await listDefinitions(tx)).map((it) => it.definition).filter((it) => !it.retired));
  const areas = await listAreas(tx);
  const agencies = await listAgencies(tx);
  const dimensions = await listDimensions(tx);
  const aggregation = createAggregationPlaces({ areas, agencies, agencyDimensions: AGENCY_DIMENSIONS });
  return {
    version,
    definitionsVersion,
    definitions,
    areas: byCode(areas),
    agencies: byCode(agencies),
    dimensions: new Map(dimensions.map((it) => [it.id, it])),
    dimensionCodes: new Map(dimensions.map((it) => [it.id, new Set(it.codes.map(({ code }) => code))])),
    units: byCode(await listUnits(tx)),
    sets: byCode(await listIndicatorSets(tx)),
    ...(await readTerms(tx)),
    graph: buildGraph(definitions, { aggregation }),
    space: createAreaSpace(areas),
  };
}

/** A catalogue whose definitions are still in force, with the feeds, ownership and locks of a later version. */
export async function withPresentFeeds(tx: ReadTx, known: Catalogue, version: string): Promise<Catalogue> {
  return { ...known, ...(await readTerms(tx)), version };
}

async function readTerms(tx: ReadTx): Promise<Pick<Catalogue, "feeds" | "ownership" | "locks">> {
  return {
    feeds: byCode(await listFeeds(tx)),
    ownership: createOwnership(await listOwnership(tx)),
    locks: Map.groupBy(await listPeriodLocks(tx), ({ indicator }) => indicator),
  };
}

function byCode<T extends { readonly code: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((it) => [it.code, it]));
}
