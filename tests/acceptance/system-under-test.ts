import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { startServer } from "../../server/src/start-server.ts";
import { type ApiObservation, type Query, type SystemClient, systemClient } from "../support/http/system-client.ts";
import { startSeededServer } from "../support/seeded-server.ts";

type Demo = "1" | "real" | "0";

/** A running instance, spoken to over HTTP alone. */
export interface SystemUnderTest {
  /** With the key of a reader. */
  readonly api: SystemClient;
  /** With the key of a feed. */
  as(feed: string): SystemClient;
  /** The key of a feed, as it stands in the file of demonstration keys. */
  keyOf(feed: string): string;
  hasDemoKeys(): boolean;
  /** Makes a key as an administrator does, with `pnpm keys create <target>`. */
  createKey(target: string): Promise<string>;
  /** The newest commit. */
  head(): Promise<number>;
  /** Every value of an indicator, whatever its area and breakdown. */
  allOf(indicator: string, query?: Query): Promise<ApiObservation[]>;
  /** Every value there is. */
  everything(query: Query): Promise<ApiObservation[]>;
  /** Stops it and starts it again on the same data in another mode. */
  restartAs(demo: Demo): Promise<SystemUnderTest>;
  stop(): Promise<void>;
}

interface Instance {
  readonly url: string;
  close(): Promise<void>;
}

const run = promisify(execFile);
const KEYS = fileURLToPath(new URL("../../server/src/cli/keys.ts", import.meta.url));
const DemoKeys = z.object({ reader: z.string(), feeds: z.record(z.string(), z.string()) });
const Dimensions = z.object({ dimensions: z.array(z.object({ id: z.string() })) });
const Ready = z.object({ status: z.literal("ready"), commitSeq: z.number() });

/** Starts a system on its own copy of the seeded data. */
export async function startSystem(demo: "1" | "real"): Promise<SystemUnderTest> {
  const server = await startSeededServer({ demo });
  return systemOver(server, server.dataDir);
}

/** Starts a system on an empty data directory, as where nobody wants a demonstration. */
export async function startEmptySystem(): Promise<SystemUnderTest> {
  const dataDir = mkdtempSync(join(tmpdir(), "bochiso-empty-"));
  return systemOver(await startOn(dataDir, "0"), dataDir);
}

/** The canonical text of a breakdown: `dimension=code` joined by `;`. */
export function breakdownText(breakdown: Readonly<Record<string, string>>): string {
  return Object.entries(breakdown)
    .map(([dimension, code]) => `${dimension}=${code}`)
    .sort()
    .join(";");
}

function startOn(dataDir: string, demo: Demo): Promise<Instance> {
  return startServer({ PORT: "0", LOG_LEVEL: "silent", BOCHISO_DEMO: demo, BOCHISO_DATA_DIR: dataDir });
}

function systemOver(instance: Instance, dataDir: string): SystemUnderTest {
  const file = join(dataDir, "demo-keys.json");
  const keys = existsSync(file) ? DemoKeys.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
  const api = systemClient(instance.url, keys?.reader);
  const keyOf = (feed: string): string => {
    const key = keys?.feeds[feed];
    if (key === undefined) throw new Error(`There is no key of the feed ${feed}`);
    return key;
  };
  const anyBreakdown = Object.fromEntries(dimensions().map((dimension) => [`breakdown.${dimension}`, "*"]));
  return {
    api,
    keyOf,
    as: (feed) => systemClient(instance.url, keyOf(feed)),
    hasDemoKeys: () => existsSync(file),
    async createKey(target) {
      const env = { ...process.env, BOCHISO_DATA_DIR: dataDir };
      const { stdout } = await run(process.execPath, [KEYS, "create", target], { env });
      return stdout.trim();
    },
    head: async () => Ready.parse((await api.get("/readyz")).json).commitSeq,
    allOf: (indicator, query = {}) => api.observations({ indicator, ...anyBreakdown, ...query }),
    everything: (query) => api.observations({ ...anyBreakdown, ...query }),
    async restartAs(demo) {
      await instance.close();
      return systemOver(await startOn(dataDir, demo), dataDir);
    },
    async stop() {
      await instance.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function dimensions(): string[] {
  const file = new URL("../../seed/data/catalog/dimensions.json", import.meta.url);
  return Dimensions.parse(JSON.parse(readFileSync(file, "utf8"))).dimensions.map(({ id }) => id);
}
