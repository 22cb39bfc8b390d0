import { readMeta, writeMeta } from "@bochiso/db/repositories/meta";
import type { Commit, ReadTx, WriteTx } from "@bochiso/db/store";
import type { Catalogue } from "./catalogue.ts";
import { loadCatalogue, withPresentFeeds } from "./load-catalogue.ts";

const VERSION_KEY = "catalogueVersion";
const DEFINITIONS_KEY = "definitionsVersion";

/**
 * The catalogue of a snapshot, loaded once per version and thread. Where only feeds, ownership or locks are others, the graph
 * of the definitions stays as it was built.
 */
export interface CatalogueCache {
  current(tx: ReadTx): Promise<Catalogue>;
}

export function createCatalogueCache(): CatalogueCache {
  let held: Catalogue | undefined;
  return {
    current: async (tx) => {
      const version = await catalogueVersion(tx);
      if (held?.version === version) return held;
      const definitionsVersion = await versionOf(tx, DEFINITIONS_KEY);
      const loaded =
        held?.definitionsVersion === definitionsVersion
          ? await withPresentFeeds(tx, held, version)
          : await loadCatalogue(tx, version, definitionsVersion);
      held = loaded;
      return loaded;
    },
  };
}

/** Which catalogue is in force in a snapshot. */
export async function catalogueVersion(tx: ReadTx): Promise<string> {
  return await versionOf(tx, VERSION_KEY);
}

/** Which definitions, areas, agencies and codes are in force in a snapshot. */
export async function definitionsVersion(tx: ReadTx): Promise<string> {
  return await versionOf(tx, DEFINITIONS_KEY);
}

async function versionOf(tx: ReadTx, key: string): Promise<string> {
  return JSON.stringify((await readMeta(tx, key)) ?? null);
}

/** Marks the catalogue as changed by a commit: every cache reloads at its next use, open changes of definitions start anew. */
export async function markCatalogueChanged(tx: WriteTx, commit: Commit): Promise<void> {
  await writeMeta(tx, DEFINITIONS_KEY, String(commit.seq));
  await markTermsChanged(tx, commit);
}

/**
 * Marks as changed by a commit what stands around the definitions: feeds, their contracts and what they own, period locks,
 * quality rules. What is prepared by the catalogue is looked at again; no computed cell depends on it.
 */
export async function markTermsChanged(tx: WriteTx, commit: Commit): Promise<void> {
  await writeMeta(tx, VERSION_KEY, String(commit.seq));
}
