import { existsSync } from "node:fs";
import { join } from "node:path";

const VERSIONS = ["15", "16", "17"] as const;

/**
 * Folder with `initdb` and `postgres`. `BOCHISO_PG_BIN` wins, then Debian's folders (15 first: it is what production
 * runs), then PATH.
 */
export function postgresBinaries(env: NodeJS.ProcessEnv = process.env): string {
  const folders = [
    ...(env["BOCHISO_PG_BIN"] ? [env["BOCHISO_PG_BIN"]] : []),
    ...VERSIONS.map((version) => `/usr/lib/postgresql/${version}/bin`),
    ...(env["PATH"] ?? "").split(":").filter((folder) => folder.startsWith("/")),
  ];
  const found = folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
  if (!found) {
    throw new Error(
      "PostgreSQL is not installed. On Debian: apt-get install postgresql-15 (or set BOCHISO_PG_BIN to its bin folder).",
    );
  }
  return found;
}
