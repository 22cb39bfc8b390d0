import { type Homes, type IndicatorSet, loadHomes, loadSets } from "@bochiso/seed/catalogue";
import { withSuccessorBreaks } from "@bochiso/shared/aggregation";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { createScreenWorld, type DemoMode, type ScreenWorld } from "./screen-world.ts";

const worlds = new WeakMap<Catalogue, ScreenWorld>();
let installed: { sets: IndicatorSet[]; homes: Homes } | null = null;

/** The catalogue in force as the screens need it, with the sets and homes that the installation ships. Built once per version. */
export function worldOf(catalogue: Catalogue, demo: DemoMode): ScreenWorld {
  const known = worlds.get(catalogue);
  if (known !== undefined) return known;
  installed ??= { sets: loadSets(), homes: loadHomes() };
  const world = createScreenWorld({
    definitions: withHandedOnBreaks(catalogue),
    areas: catalogue.areas.values(),
    agencies: catalogue.agencies.values(),
    dimensions: catalogue.dimensions.values(),
    units: catalogue.units.values(),
    ...installed,
    demo,
  });
  worlds.set(catalogue, world);
  return world;
}

/** A break of a former unit holds for what is recast from it: changes and charts of the present unit must see it. */
function withHandedOnBreaks({ definitions, graph }: Catalogue) {
  const areas = graph.aggregation?.places.areas;
  const all = [...definitions.values()];
  return areas === undefined ? all : all.map((each) => withSuccessorBreaks(each, areas));
}
