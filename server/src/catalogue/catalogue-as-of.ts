import { listDefinitions } from "@bochiso/db/repositories/catalogue";
import type { ReadTx } from "@bochiso/db/store";
import { buildGraph } from "@bochiso/shared/graph";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Catalogue } from "./catalogue.ts";
import type { CatalogueCache } from "./catalogue-cache.ts";

/** How many earlier catalogues a thread keeps. */
const MAX_HELD = 8;

const HELD = new WeakMap<CatalogueCache, Map<string, Catalogue>>();

/**
 * The catalogue with the definitions in force after a commit, and everything derived from them. Areas, codes and names
 * are the present ones: figures of a former unit are read under the name people know. The one in force itself where no
 * definition changed since.
 */
export async function catalogueAsOf(tx: ReadTx, cache: CatalogueCache, asOf: number | undefined): Promise<Catalogue> {
  const current = await cache.current(tx);
  if (asOf === undefined) return current;
  const stored = await listDefinitions(tx, { asOf });
  const inForce = stored.map(({ definition }) => definition).filter(({ retired }) => !retired);
  const definitions = new Map(inForce.map((definition) => [String(definition.code), definition]));
  if (isSame(definitions, current.definitions)) return current;
  const key = `${current.version} ${[...definitions].map(([code, { version }]) => `${code}@${version}`).join()}`;
  return held(cache, key, () => withDefinitions(current, definitions));
}

function isSame(a: ReadonlyMap<string, IndicatorDefinition>, b: ReadonlyMap<string, IndicatorDefinition>): boolean {
  return a.size === b.size && [...a].every(([code, { version }]) => b.get(code)?.version === version);
}

function withDefinitions(current: Catalogue, definitions: ReadonlyMap<string, IndicatorDefinition>): Catalogue {
  const aggregation = current.graph.aggregation?.places;
  return { ...current, definitions, graph: buildGraph(definitions, { aggregation }) };
}

/** The least recently asked one goes first. */
function held(cache: CatalogueCache, key: string, make: () => Catalogue): Catalogue {
  const known = HELD.get(cache) ?? new Map<string, Catalogue>();
  HELD.set(cache, known);
  const found = known.get(key) ?? make();
  known.delete(key);
  known.set(key, found);
  const oldest = known.size > MAX_HELD ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  return found;
}
