import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPostgresStore } from "../dialects/postgres/open-postgres-store.ts";
import { openSqliteStore } from "../dialects/sqlite/open-sqlite-store.ts";
import type { Store } from "../unit-of-work.ts";

/** A store of a test; `close` leaves nothing behind. */
export interface TestStore {
  readonly store: Store;
  /** Path of the file or connection string of the database. */
  readonly location: string;
  close(): Promise<void>;
}

/**
 * A fresh store: SQLite in a temporary file (a copy of `from` where one is given), or PostgreSQL in the empty database of
 * `databaseUrl`.
 */
export async function openTestStore(
  options: { readonly databaseUrl?: string; readonly from?: string } = {},
): Promise<TestStore> {
  const { databaseUrl, from } = options;
  if (databaseUrl === undefined) return await openTemporaryFile(from);
  const store = await openPostgresStore({ databaseUrl, allowUnsafe: true });
  return { store, location: databaseUrl, close: () => store.close() };
}

async function openTemporaryFile(from: string | undefined): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), "bochiso-db-"));
  const location = join(folder, "test.db");
  if (from !== undefined) copyFileSync(from, location);
  const store = await openSqliteStore({ databaseFile: location });
  return {
    store,
    location,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
