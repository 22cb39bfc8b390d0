import { setTimeout as delay } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type pg from "pg";
import { driverCode } from "../shared/driver-code.ts";

const ATTEMPTS = 20;
const PAUSE_MS = 250;
/** Two servers starting at once make the same objects: the later one finds them there and looks again. */
const MADE_MEANWHILE = new Set(["23505", "42P07", "42710", "42P06", "40001", "40P01"]);

/** Brings the database to the present schema; safe while other servers do the same. */
export async function migratePostgres(pool: pg.Pool, migrationsFolder: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await migrate(drizzle(pool), { migrationsFolder });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !MADE_MEANWHILE.has(driverCode(error) ?? "")) throw error;
      await delay(PAUSE_MS);
    }
  }
}
