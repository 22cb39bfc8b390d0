import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Everything a seeded database depends on. */
const SEEDED_FROM = [
  "seed/src",
  "seed/data",
  "db/src",
  "db/migrations",
  "shared/src",
  "server/src/modules/targets",
  ...["auth", "catalogue", "compute", "feeds", "ingestion", "receipts", "seeding", "writer"].map(
    (it) => `server/src/${it}`,
  ),
];
const KEEP_TEMPLATES = 6;

/**
 * A folder to copy from, made by `make` once per state of the code and the seed data: seeding takes seconds. Several test
 * processes may want it at once.
 */
export async function seededFolder(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const cache = join(ROOT, "node_modules", ".cache", "bochiso-seeded");
  const template = join(cache, `${name}-${fingerprint()}`);
  if (existsSync(template)) return template;
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, "making-"));
  await make(fresh);
  try {
    renameSync(fresh, template);
  } catch {
    // Another process was first: its template is as good.
    rmSync(fresh, { recursive: true, force: true });
  }
  forgetOldTemplates(cache);
  return template;
}

function fingerprint(): string {
  const hash = createHash("sha256").update(process.version);
  for (const folder of SEEDED_FROM) addFolder(hash, join(ROOT, folder));
  return hash.digest("hex").slice(0, 24);
}

function addFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path);
    else if (!entry.name.endsWith(".test.ts")) hash.update(path).update(readFileSync(path));
  }
}

function forgetOldTemplates(cache: string): void {
  const kept = readdirSync(cache)
    .map((name) => ({ path: join(cache, name), at: statSync(join(cache, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  const HOUR = 3_600_000;
  const now = Math.max(...kept.map((it) => it.at), 0);
  for (const { path, at } of kept.slice(2 * KEEP_TEMPLATES))
    if (now - at > HOUR) rmSync(path, { recursive: true, force: true });
}
