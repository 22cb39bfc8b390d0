import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DemoKeys } from "../../server/src/auth/write-demo-keys.ts";
import { type RunningServer, startServer } from "../../server/src/start-server.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Everything a seeded database depends on. */
const SEEDED_FROM = [
  "seed/src",
  "seed/data",
  "db/src",
  "db/migrations",
  "shared/src",
  "server/src/modules/targets",
  ...["auth", "catalogue", "compute", "ingestion", "seeding", "writer"].map((folder) => `server/src/${folder}`),
];
const KEEP_TEMPLATES = 3;

/** A server of its own on a seeded database of its own. */
export interface SeededServer extends RunningServer {
  readonly dataDir: string;
  readonly keys: DemoKeys;
  /** Stops the server and removes its data. */
  remove(): Promise<void>;
}

/**
 * Starts a server on a copy of a seeded data directory. Seeding takes seconds, so it is done once per state of the code
 * and the seed data; the copies share keys but nothing else.
 */
export async function startSeededServer(
  options: { demo?: "1" | "real"; variables?: Record<string, string> } = {},
): Promise<SeededServer> {
  const demo = options.demo ?? "real";
  const dataDir = mkdtempSync(join(tmpdir(), "bochiso-test-"));
  cpSync(await seededTemplate(demo), dataDir, { recursive: true });
  const server = await startServer({
    PORT: "0",
    LOG_LEVEL: "silent",
    BOCHISO_DEMO: demo,
    BOCHISO_DATA_DIR: dataDir,
    ...options.variables,
  });
  if (server.demoKeys === null) throw new Error("a demonstration has keys");
  return {
    ...server,
    dataDir,
    keys: server.demoKeys,
    remove: async () => {
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The data directory to copy from; made when it is not there yet. Several test processes may want it at once. */
export async function seededTemplate(demo: "1" | "real"): Promise<string> {
  const cache = join(ROOT, "node_modules", ".cache", "bochiso-seeded");
  const template = join(cache, `${demo}-${fingerprint()}`);
  if (existsSync(template)) return template;
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, "making-"));
  const server = await startServer({ PORT: "0", LOG_LEVEL: "warn", BOCHISO_DEMO: demo, BOCHISO_DATA_DIR: fresh });
  await server.close();
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
