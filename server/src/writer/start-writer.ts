import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openPostgresStore, openSqliteReadStore, type ReadStore } from "@bochiso/db/store";
import { type CommandExecutor, runInProcess, startWriterThread } from "@bochiso/db/writer";
import type { Config } from "../config/env.ts";
import type { WriterCommands } from "./commands.ts";
import { createHandlers, type WriterSettings } from "./create-handlers.ts";

/** The two sides of the database of an instance. */
export interface Storage {
  readonly store: ReadStore;
  readonly writer: CommandExecutor<WriterCommands>;
  /** Where the data is, without credentials. */
  readonly place: string;
  /** Lets what is being written finish, then closes both sides. */
  close(): Promise<void>;
}

/** Opens the database the settings name: SQLite with its writer thread, or PostgreSQL with handlers in this process. */
export async function startWriter(config: Config): Promise<Storage> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  if (config.databaseUrl === null) {
    const databaseFile = join(config.dataDir, "bochiso.db");
    const writer = await startWriterThread<WriterCommands>({
      entry: new URL("./writer-thread.ts", import.meta.url),
      databaseFile,
      workerData: { dataDir: config.dataDir } satisfies WriterSettings,
    });
    const store = openSqliteReadStore({ databaseFile });
    const close = async (): Promise<void> => {
      await store.close();
      await writer.close();
    };
    return { writer, store, place: databaseFile, close };
  }
  const store = await openPostgresStore({ databaseUrl: config.databaseUrl });
  const writer = await runInProcess<WriterCommands, WriterSettings>({
    store,
    createHandlers,
    workerData: { dataDir: config.dataDir },
  });
  const { host, pathname } = new URL(config.databaseUrl);
  return { writer, store, place: `PostgreSQL ${host}${pathname}`, close: () => writer.close() };
}
