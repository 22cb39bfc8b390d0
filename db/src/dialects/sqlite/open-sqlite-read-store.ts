import type { Statement } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { sqliteKit } from "../../kit/index.ts";
import { createSchema } from "../../schema/index.ts";
import type { ReadStore, ReadTx, SeriesMemory } from "../../unit-of-work.ts";
import { createUnitGuard } from "../shared/unit-guard.ts";
import { type Connection, openConnection } from "./open-connection.ts";
import { createPriorityLock } from "./priority-lock.ts";
import { createReaderSeriesMemory } from "./series-memory.ts";
import { sqliteStorageError } from "./sql-functions.ts";
import { createSqliteRunner } from "./sqlite-runner.ts";

const READERS = 4;

interface Reader {
  readonly client: Connection;
  readonly begin: Statement;
  readonly rollBack: Statement;
  readonly tx: ReadTx;
}

/** Opens read-only connections of their own beside the writer's. The file must exist. */
export function openSqliteReadStore(options: { readonly databaseFile: string }): ReadStore {
  const readers = createReaders(options.databaseFile, createUnitGuard());
  return { dialect: "sqlite", ...readers };
}

/** Up to four connections, opened when first needed, each with one snapshot at a time. */
export function createReaders(databaseFile: string, guard: ReturnType<typeof createUnitGuard>) {
  const withSlot = createPriorityLock(READERS);
  const idle: Reader[] = [];
  // Shared: a series that this snapshot does not hold yet has no cells in it.
  const seriesMemory = createReaderSeriesMemory();
  let closed = false;

  async function readSnapshot<T>(work: (tx: ReadTx) => Promise<T>): Promise<T> {
    if (closed) throw new Error("The read store is closed");
    const reader = idle.pop() ?? openReader(databaseFile, seriesMemory);
    try {
      reader.begin.run();
      return await work(reader.tx);
    } catch (error) {
      throw sqliteStorageError(error) ?? error;
    } finally {
      if (reader.client.inTransaction) reader.rollBack.run();
      if (closed) reader.client.close();
      else idle.push(reader);
    }
  }

  return {
    read: <T>(work: (tx: ReadTx) => Promise<T>): Promise<T> =>
      guard(() => withSlot("normal", () => readSnapshot(work))),
    close: async (): Promise<void> => {
      closed = true;
      for (const reader of idle.splice(0)) reader.client.close();
    },
  };
}

function openReader(databaseFile: string, seriesMemory: SeriesMemory): Reader {
  const client = openConnection(databaseFile, "read");
  const tx: ReadTx = {
    dialect: "sqlite",
    db: drizzle(client),
    schema: createSchema(sqliteKit),
    statements: createSqliteRunner(client),
    seriesMemory,
  };
  return { client, begin: client.prepare("BEGIN"), rollBack: client.prepare("ROLLBACK"), tx };
}
