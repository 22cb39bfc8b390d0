import { setTimeout as delay } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { postgresKit } from "../../kit/index.ts";
import { createSchema } from "../../schema/index.ts";
import type { QueryBuilder, ReadTx, SeriesMemory, Store, WriteTx } from "../../unit-of-work.ts";
import { createCommitListeners } from "../shared/commit-listeners.ts";
import { defaultMigrations } from "../shared/default-migrations.ts";
import { driverCode } from "../shared/driver-code.ts";
import { storageError } from "../shared/storage-error.ts";
import { createCommitTaker } from "../shared/take-commit.ts";
import { createUnitGuard } from "../shared/unit-guard.ts";
import { checkDurability } from "./check-durability.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { createPostgresRunner } from "./postgres-runner.ts";
import { isRetryable, postgresLocks, postgresStorageError } from "./sql-functions.ts";

export interface PostgresStoreOptions {
  readonly databaseUrl: string;
  readonly migrationsFolder?: string;
  /** Connections at most; default 16. */
  readonly poolSize?: number;
  /** Lets a server start whose settings may lose commits; for tests that say nothing about durability. */
  readonly allowUnsafe?: boolean;
}

const READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
const WRITE = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
const ATTEMPTS = 12;
/** Other servers make series too, and a connection serves many units of work that may be rolled back. */
const NO_MEMORY: SeriesMemory = { get: () => undefined, keep: () => undefined, forget: () => undefined };
const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 250;

/** Opens the database, brings it to the present schema and checks its settings. Errors: `storage-unsafe`, `storage-failed`. */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { databaseUrl, migrationsFolder = defaultMigrations("postgres"), poolSize = 16 } = options;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
  // An idle connection that the server ends is replaced at the next use.
  pool.on("error", () => undefined);
  try {
    if (!options.allowUnsafe) await checkDurability(pool);
    await migratePostgres(pool, migrationsFolder);
    return createStore(pool);
  } catch (error) {
    await pool.end();
    throw postgresStorageError(error) ?? error;
  }
}

function createStore(pool: pg.Pool): Store {
  const schema = createSchema(postgresKit);
  const guard = createUnitGuard();
  const listeners = createCommitListeners();

  function transactionOn(client: pg.PoolClient): ReadTx {
    // Cast once: PostgreSQL's builders answer the same calls as SQLite's.
    const db = drizzle(client) as unknown as QueryBuilder;
    return { dialect: "postgres", db, schema, statements: createPostgresRunner(client), seriesMemory: NO_MEMORY };
  }

  async function writeOnce<T>(work: (tx: WriteTx) => Promise<T>) {
    return await withTransaction(pool, WRITE, async (client, commit) => {
      const base = transactionOn(client);
      const commits = createCommitTaker(base.statements);
      const locks = postgresLocks(base.statements);
      const result = await work({ ...base, locks, nextCommit: commits.nextCommit });
      await commit();
      return { result, commit: commits.taken() };
    });
  }

  async function writeWithRetries<T>(work: (tx: WriteTx) => Promise<T>) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await writeOnce(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetryable(error)) throw postgresStorageError(error) ?? error;
        await delay(Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS));
      }
    }
  }

  async function readSnapshot<T>(work: (tx: ReadTx) => Promise<T>): Promise<T> {
    try {
      return await withTransaction(pool, READ, async (client, commit) => {
        const result = await work(transactionOn(client));
        await commit();
        return result;
      });
    } catch (error) {
      throw postgresStorageError(error) ?? error;
    }
  }

  return {
    dialect: "postgres",
    read: (work) => guard(() => readSnapshot(work)),
    write: async (work) => {
      const { result, commit } = await guard(() => writeWithRetries(work));
      listeners.tell(commit);
      return result;
    },
    onCommitted: listeners.add,
    close: () => pool.end(),
  };
}

/** Runs `work` on one connection between BEGIN and the commit it asks for; a broken connection leaves the pool. */
async function withTransaction<T>(
  pool: pg.Pool,
  begin: string,
  work: (client: pg.PoolClient, commit: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that dies while it is lent says so to its borrower alone; unheard it would end the process.
  const lost = (error: Error): void => {
    broken = error;
  };
  client.on("error", lost);
  try {
    await client.query(begin);
    return await work(client, async () => {
      const { command } = await client.query("COMMIT");
      // A unit that swallowed an error of the server is answered with ROLLBACK, and without an error.
      if (command !== "COMMIT") throw new Error("The unit of work hid a failed statement and was rolled back");
    });
  } catch (error) {
    await client.query("ROLLBACK").catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    // Drivers name the loss of a connection in words only.
    throw broken !== undefined && driverCode(error) === undefined ? storageError("storage-failed", {}, error) : error;
  } finally {
    client.off("error", lost);
    client.release(broken);
  }
}
