import { join } from "node:path";
import { openPostgresStore, openSqliteReadStore, type ReadStore } from "@bochiso/db/store";
import type { Config } from "../config/env.ts";

/** Opens the database for reading, beside a running server: readers never wait for the writer. */
export async function openToRead({ databaseUrl, dataDir }: Config): Promise<ReadStore> {
  return databaseUrl === null
    ? openSqliteReadStore({ databaseFile: join(dataDir, "bochiso.db") })
    : await openPostgresStore({ databaseUrl });
}
