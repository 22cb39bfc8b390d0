import { writeMeta } from "@bochiso/db/repositories/meta";
import type { Store } from "@bochiso/db/store";
import { SEEDING_KEY } from "./seed-catalogue.ts";

/** Remembers that everything of a seed was loaded: the next start need not look into it. */
export async function finishSeeding(
  deps: { store: Store },
  state: { loadedAt: string; completed: string },
): Promise<{ completed: string }> {
  await deps.store.write((tx) => writeMeta(tx, SEEDING_KEY, state));
  return { completed: state.completed };
}
