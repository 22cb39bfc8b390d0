import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPostgresStore } from "@bochiso/db/store";
import pg from "pg";
import { startPostgres } from "../postgres-cluster.ts";
import { checkComputed } from "./check-computed.ts";
import { checkStore, type StoreReport } from "./check-store.ts";
import { makeKeys } from "./fault-world.ts";
import { type KillOutcome, killRounds } from "./kill-rounds.ts";

export interface PostgresKills {
  readonly outcome: KillOutcome;
  /** Processes of the database that were killed under the server, each in the middle of its work. */
  readonly backendsKilled: number;
  readonly report: StoreReport;
  readonly differing: number;
}

/** The same with PostgreSQL: in every life of the server first a process of the database is killed, then the server. */
export async function postgresKills(options: {
  readonly entry: string;
  readonly kills: number;
  readonly senders: number;
  readonly seed: number;
  readonly log?: (message: string) => void;
}): Promise<PostgresKills> {
  const cluster = await startPostgres();
  const dataDir = mkdtempSync(join(tmpdir(), "bochiso-fault-"));
  try {
    const databaseUrl = await cluster.createDatabase("kills");
    const variables = { BOCHISO_DATABASE_URL: databaseUrl };
    const world = { dataDir, databaseFile: "", keys: await makeKeys({ dataDir, variables }) };
    let backendsKilled = 0;
    const disturb = async (): Promise<void> => {
      backendsKilled += await killBackend(databaseUrl);
    };
    const outcome = await killRounds({ ...options, world, variables, disturb });
    const store = await openPostgresStore({ databaseUrl });
    try {
      const report = await checkStore(store, outcome.ledger);
      return { outcome, backendsKilled, report, differing: (await checkComputed(store)).differing };
    } finally {
      await store.close();
    }
  } finally {
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** SIGKILL for one process that works for the server; PostgreSQL then restarts all of them and recovers from its log. */
async function killBackend(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // The crash takes this connection as well.
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
     ORDER BY state = 'idle', query_start DESC LIMIT 1`,
  );
  const [busiest] = rows;
  if (busiest !== undefined) process.kill(busiest.pid, "SIGKILL");
  // Not waited for: after the crash nobody answers its farewell.
  client.end().catch(() => undefined);
  return rows.length;
}
