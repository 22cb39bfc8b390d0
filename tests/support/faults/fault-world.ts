import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { makeKey } from "../../../server/src/auth/api-key.ts";
import { leaveKeyRequest } from "../../../server/src/auth/key-requests.ts";
import { startProductionServer } from "../production-server.ts";
import { seededFolder } from "../seeded-folder.ts";
import { serverBuild } from "./server-build.ts";

/** Feeds that the clients of these proofs send for: a national one, and provinces that own their own areas. */
export const FAULT_FEEDS = ["mof.customs", "mae", "prov.01", "prov.04", "prov.08", "prov.11"] as const;
export type FaultFeed = (typeof FAULT_FEEDS)[number];

const FaultKeys = z.object({ reader: z.string(), feeds: z.record(z.enum(FAULT_FEEDS), z.string()) });
export type FaultKeys = z.infer<typeof FaultKeys>;

/** A data directory with the real catalogue, no figures, and keys. */
export interface FaultWorld {
  readonly dataDir: string;
  readonly databaseFile: string;
  readonly keys: FaultKeys;
}

const KEYS = "fault-keys.json";

/** A world of its own in `parent`, copied from a template. */
export async function faultWorld(parent: string = mkdtempSync(join(tmpdir(), "bochiso-fault-"))): Promise<FaultWorld> {
  const dataDir = join(parent, "data");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  cpSync(await faultTemplate(), dataDir, { recursive: true });
  return { dataDir, databaseFile: join(dataDir, "bochiso.db"), keys: readKeys(dataDir) };
}

/** The data directory to copy from; made when it is not there yet. */
export function faultTemplate(): Promise<string> {
  return seededFolder(`faults-${FAULT_FEEDS.length}`, async (dataDir) => {
    writeFileSync(join(dataDir, KEYS), JSON.stringify(await makeKeys({ dataDir })), { mode: 0o600 });
  });
}

/** Starts a server on a data directory or database without figures and has it make every key. */
export async function makeKeys(where: {
  readonly dataDir: string;
  readonly variables?: Readonly<Record<string, string>>;
}): Promise<FaultKeys> {
  const server = await startProductionServer({ ...where, demo: "0", entry: await serverBuild() });
  try {
    const made = new Map<string | null, string>();
    const waiting: string[] = [];
    for (const feed of [null, ...FAULT_FEEDS]) {
      const { id, key, secretHash } = makeKey();
      const at = new Date().toISOString();
      const kind: "reader" | "feed" = feed === null ? "reader" : "feed";
      const input = {
        id,
        kind,
        feed,
        label: "fault",
        secretHash,
        at,
        actor: "test",
        holder: "test",
        expiresAt: null,
        cidrs: [],
      };
      const left = leaveKeyRequest(where.dataDir, { verb: "create", input });
      waiting.push(left.answer);
      made.set(feed, key);
    }
    while (!waiting.every((file) => existsSync(file))) await pause(50);
    const { null: reader, ...feeds } = Object.fromEntries(made);
    return FaultKeys.parse({ reader, feeds });
  } finally {
    await server.stop();
  }
}

function readKeys(dataDir: string): FaultKeys {
  return FaultKeys.parse(JSON.parse(readFileSync(join(dataDir, KEYS), "utf8")));
}
