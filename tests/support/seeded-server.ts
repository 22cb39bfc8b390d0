import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DemoKeys } from "../../server/src/auth/write-demo-keys.ts";
import { type RunningServer, startServer } from "../../server/src/start-server.ts";
import { seededFolder } from "./seeded-folder.ts";

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

/** The data directory to copy from; made when it is not there yet. */
export async function seededTemplate(demo: "1" | "real"): Promise<string> {
  return seededFolder(demo, async (folder) => {
    const server = await startServer({ PORT: "0", LOG_LEVEL: "warn", BOCHISO_DEMO: demo, BOCHISO_DATA_DIR: folder });
    await server.close();
  });
}
