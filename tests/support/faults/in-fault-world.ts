import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { openSqliteStore, type Store } from "@bochiso/db/store";
import { type FaultWorld, faultWorld } from "./fault-world.ts";

/** Does something in a world that is gone afterwards. */
export async function inFaultWorld<T>(work: (world: FaultWorld) => Promise<T>): Promise<T> {
  const world = await faultWorld();
  try {
    return await work(world);
  } finally {
    rmSync(dirname(world.dataDir), { recursive: true, force: true });
  }
}

/** Looks into the database of a world whose server has ended. */
export async function withStore<T>({ databaseFile }: FaultWorld, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openSqliteStore({ databaseFile });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
