import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeKey } from "../../server/src/auth/api-key.ts";
import { type RunningServer, startServer } from "../../server/src/start-server.ts";
import { seededFolder } from "./seeded-folder.ts";

/** A server with the catalogue and not one value, and keys as an administrator makes them. */
export interface EmptyServer extends RunningServer {
  readonly keys: { readonly reader: string; readonly feeds: Readonly<Record<string, string>> };
  /** Stops the server and removes its data. */
  remove(): Promise<void>;
}

/** Starts a server on a copy of an empty data directory; `feeds` are those that get a key. */
export async function startEmptyServer(feeds: readonly string[]): Promise<EmptyServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "bochiso-empty-"));
  cpSync(await emptyTemplate(), dataDir, { recursive: true });
  const server = await start(dataDir);
  const made = await Promise.all(feeds.map(async (feed) => [feed, await createKey(server, feed)] as const));
  return {
    ...server,
    keys: { reader: await createKey(server, null), feeds: Object.fromEntries(made) },
    remove: async () => {
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The data directory to copy from; made when it is not there yet. */
export function emptyTemplate(): Promise<string> {
  return seededFolder("empty", async (folder) => {
    await (await start(folder)).close();
  });
}

function start(dataDir: string): Promise<RunningServer> {
  return startServer({ PORT: "0", LOG_LEVEL: "silent", BOCHISO_DEMO: "0", BOCHISO_DATA_DIR: dataDir });
}

async function createKey({ services }: RunningServer, feed: string | null): Promise<string> {
  const { id, key, secretHash } = makeKey();
  const kind = feed === null ? "reader" : "feed";
  const at = services.clock.now().toISOString();
  const input = { id, kind, feed, secretHash, at, label: "test", actor: "test" } as const;
  await services.writer.execute({ name: "create-key", input });
  return key;
}
