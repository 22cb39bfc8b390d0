import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { sqliteKit } from "../../kit/index.ts";
import { createSchema } from "../../schema/index.ts";
import type { Priority, ReadTx, Store, WriteTx } from "../../unit-of-work.ts";
import { createCommitListeners } from "../shared/commit-listeners.ts";
import { defaultMigrations } from "../shared/default-migrations.ts";
import { storageError } from "../shared/storage-error.ts";
import { createCommitTaker } from "../shared/take-commit.ts";
import { createUnitGuard } from "../shared/unit-guard.ts";
import { logCopier } from "./log-copier.ts";
import { type Connection, openConnection } from "./open-connection.ts";
import { createReaders } from "./open-sqlite-read-store.ts";
import { ownDatabaseFile } from "./own-database-file.ts";
import { createPriorityLock } from "./priority-lock.ts";
import { createWriterSeriesMemory } from "./series-memory.ts";
import { sqliteLocks, sqliteStorageError } from "./sql-functions.ts";
import { createSqliteRunner } from "./sqlite-runner.ts";

export interface SqliteStoreOptions {
  readonly databaseFile: string;
  readonly migrationsFolder?: string;
  /** Who opens it copies the log; absent: every commit that finds a thousand pages in it does. */
  readonly keepsLog?: boolean;
}

/** The store of the only writer, with its write-ahead log. */
export interface SqliteStore extends Store {
  /** Pages in the log, and how many of them the database file does not hold yet; none while a unit of work goes on. */
  log(): { readonly pages: number; readonly left: number };
  /** Copies them as far as no reader stands in the way; to be called between units of work. */
  copyLog(): void;
}

/**
 * Opens the file as its only writer, brings it to the present schema and checks its settings.
 * Errors: `database-in-use`, `storage-unsafe`, `storage-failed`.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
  const { databaseFile, migrationsFolder = defaultMigrations("sqlite"), keepsLog = false } = options;
  const disown = ownDatabaseFile(databaseFile);
  let client: Connection | undefined;
  try {
    client = openConnection(databaseFile, "write");
    applyMigrations(client, migrationsFolder);
    if (keepsLog) client.pragma("wal_autocheckpoint = 0");
    return createStore(client, databaseFile, disown);
  } catch (error) {
    client?.close();
    disown();
    throw sqliteStorageError(error) ?? error;
  }
}

/** SQLite rebuilds tables to change them; rows that point at them must not be cascaded away meanwhile. */
function applyMigrations(client: Connection, migrationsFolder: string): void {
  client.pragma("foreign_keys = OFF");
  migrate(drizzle(client), { migrationsFolder });
  client.pragma("foreign_keys = ON");
  const broken = client.pragma("foreign_key_check");
  if (Array.isArray(broken) && broken.length > 0) throw storageError("storage-unsafe", { brokenRows: broken.length });
}

function createStore(client: Connection, databaseFile: string, disown: () => void): SqliteStore {
  const seriesMemory = createWriterSeriesMemory();
  const base: ReadTx = {
    dialect: "sqlite",
    db: drizzle(client),
    schema: createSchema(sqliteKit),
    statements: createSqliteRunner(client),
    seriesMemory,
  };
  const unit = {
    begin: client.prepare("BEGIN IMMEDIATE"),
    commit: client.prepare("COMMIT"),
    rollBack: client.prepare("ROLLBACK"),
  };
  const withWriter = createPriorityLock();
  const guard = createUnitGuard();
  const listeners = createCommitListeners();
  const readers = createReaders(databaseFile, guard);

  async function runUnit<T>(work: (tx: WriteTx) => Promise<T>) {
    const commits = createCommitTaker(base.statements);
    const tx: WriteTx = { ...base, locks: sqliteLocks, nextCommit: commits.nextCommit };
    // Database calls end within one turn of the event loop; a turn that passes was spent on something else.
    let turnPassed = false;
    seriesMemory.begin();
    unit.begin.run();
    const probe = setImmediate(() => {
      turnPassed = true;
    });
    try {
      const result = await work(tx);
      if (turnPassed) throw storageError("foreign-await");
      unit.commit.run();
      return { result, commit: commits.taken() };
    } catch (error) {
      seriesMemory.rollBack();
      if (client.inTransaction) unit.rollBack.run();
      throw sqliteStorageError(error) ?? error;
    } finally {
      clearImmediate(probe);
    }
  }

  return {
    ...walOf(client),
    dialect: "sqlite",
    read: readers.read,
    write: async (work, { priority = "normal" }: { readonly priority?: Priority } = {}) => {
      const { result, commit } = await guard(() => withWriter(priority, () => runUnit(work)));
      listeners.tell(commit);
      return result;
    },
    onCommitted: listeners.add,
    close: async () => {
      await readers.close();
      await withWriter("normal", async () => {
        client.close();
        disown();
      });
    },
  };
}

function walOf(client: Connection): Pick<SqliteStore, "log" | "copyLog"> {
  const look = client.prepare<[], { log: number; checkpointed: number }>("PRAGMA wal_checkpoint(NOOP)");
  return {
    log: () => {
      // Within a unit of work SQLite does not look.
      if (client.inTransaction) return { pages: 0, left: 0 };
      const { log = 0, checkpointed = 0 } = look.get() ?? {};
      return { pages: log, left: log - checkpointed };
    },
    copyLog: logCopier(client),
  };
}
