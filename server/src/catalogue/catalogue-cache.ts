import { readMeta, writeMeta } from "@bochiso/db/repositories/meta";
import type { Commit, ReadTx, WriteTx } from "@bochiso/db/store";
import type { Catalogue } from "./catalogue.ts";
import { loadCatalogue } from "./load-catalogue.ts";

const VERSION_KEY = "catalogueVersion";

/** The catalogue of a snapshot, loaded once per version and thread. */
export interface CatalogueCache {
  current(tx: ReadTx): Promise<Catalogue>;
}

export function createCatalogueCache(): CatalogueCache {
  let held: Catalogue | undefined;
  return {
    current: async (tx) => {
      const version = await catalogueVersion(tx);
      if (held?.version === version) return held;
      const loaded = await loadCatalogue(tx, version);
      held = loaded;
      return loaded;
    },
  };
}

/** Which catalogue is in force in a snapshot. */
export async function catalogueVersion(tx: ReadTx): Promise<string> {
  return JSON.stringify((await readMeta(tx, VERSION_KEY)) ?? null);
}

/** Marks the catalogue as changed by a commit: every cache reloads at its next use. */
export async function markCatalogueChanged(tx: WriteTx, commit: Commit): Promise<void> {
  await writeMeta(tx, VERSION_KEY, String(commit.seq));
}
