import {
  listAgencies,
  listAreas,
  listDefinitions,
  listDimensions,
  listUnits,
} from "@bochiso/db/repositories/catalogue";
import type { ReadTx } from "@bochiso/db/store";
import { type Homes, type IndicatorSet, loadHomes, loadSets } from "@bochiso/seed/catalogue";
import { createScreenWorld, type DemoMode, type ScreenWorld } from "./screen-world.ts";

let installed: { sets: IndicatorSet[]; homes: Homes } | null = null;

/** The catalogue as stored, with the sets and homes that the installation ships. */
export async function loadScreenWorld(tx: ReadTx, demo: DemoMode): Promise<ScreenWorld> {
  installed ??= { sets: loadSets(), homes: loadHomes() };
  const definitions = await listDefinitions(tx);
  return createScreenWorld({
    definitions: definitions.map(({ definition }) => definition),
    areas: await listAreas(tx),
    agencies: await listAgencies(tx),
    dimensions: await listDimensions(tx),
    units: await listUnits(tx),
    ...installed,
    demo,
  });
}
