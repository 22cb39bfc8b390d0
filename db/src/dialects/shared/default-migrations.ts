import { fileURLToPath } from "node:url";
import type { DialectName } from "../../unit-of-work.ts";

/** Where the migrations lie when the sources run as they are; a bundle passes its own folder. */
export function defaultMigrations(dialect: DialectName): string {
  return fileURLToPath(new URL(`../../../migrations/${dialect}`, import.meta.url));
}
