import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createApp } from "./app.ts";
import { type DemoKeys, writeDemoKeys } from "./auth/write-demo-keys.ts";
import { createCatalogueCache } from "./catalogue/catalogue-cache.ts";
import { createExplainOnSnapshot } from "./compute/explain-on-snapshot.ts";
import { type Config, readConfig } from "./config/env.ts";
import { createFeedNotes } from "./feeds/feed-notes.ts";
import { startJobs } from "./jobs/start-jobs.ts";
import { createScreens } from "./modules/create-screens.ts";
import { systemClock } from "./platform/clock.ts";
import { newId } from "./platform/ids.ts";
import { createLogger, type Logger } from "./platform/logger.ts";
import { createOpenStreams } from "./platform/open-streams.ts";
import { createReadiness } from "./platform/readiness.ts";
import { behindGate, createStorageGate, freeBytesOf } from "./platform/storage-gate.ts";
import { VERSION } from "./platform/version.ts";
import { type SeedReport, seedDatabase } from "./seeding/seed-database.ts";
import type { Services } from "./services.ts";
import { startWriter } from "./writer/start-writer.ts";

/** A running instance. */
export interface RunningServer {
  readonly url: string;
  readonly services: Services;
  /** Where the data is, without credentials. */
  readonly place: string;
  readonly seeded: SeedReport;
  readonly demoKeys: DemoKeys | null;
  /** Takes no more requests, lets those taken finish, closes the database. */
  close(): Promise<void>;
}

/** Told while the start goes on, for people who wait. */
export interface StartProgress {
  seeding?(done: number, of: number): void;
}

/** Requests that still run after this long are cut off at shutdown. */
const DRAIN_MS = 10_000;

/** Starts an instance: database, seed, edges, address. `variables` are environment variables; port 0 takes a free one. */
export async function startServer(
  variables: Readonly<Record<string, string | undefined>>,
  progress: StartProgress = {},
): Promise<RunningServer> {
  const config = readConfig(variables);
  const logger = createLogger({ level: config.logLevel });
  const storage = await startWriter(config);
  const { store, writer, place } = storage;
  try {
    writer.onCrash((error) => logger.error({ err: error }, "the writer thread died and is being started again"));
    const onProgress = progress.seeding;
    const seeded = await seedDatabase({
      store,
      writer,
      config,
      clock: systemClock,
      logger,
      ...(onProgress ? { onProgress } : {}),
    });
    const instance = newId(systemClock);
    // The disk of a database server is its own affair; it says itself when it is full.
    const freeBytes = config.databaseUrl === null ? () => freeBytesOf(config.dataDir) : () => null;
    const storageGate = createStorageGate({ floorBytes: config.storageFloorBytes, freeBytes });
    const catalogue = createCatalogueCache();
    const services: Services = {
      config,
      clock: systemClock,
      logger,
      instance,
      version: VERSION,
      store,
      writer: behindGate(writer, storageGate),
      catalogue,
      storageGate,
      feedNotes: createFeedNotes(),
    };
    const demoKeys = await writeDemoKeys(services);
    const { url, close } = await serve(services, logger);
    return {
      url,
      services,
      place,
      seeded,
      demoKeys,
      close: async () => {
        await close();
        await storage.close();
      },
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function serve(services: Services, logger: Logger): Promise<{ url: string; close(): Promise<void> }> {
  const readiness = createReadiness();
  const streams = createOpenStreams();
  const screens = createScreens(services, createExplainOnSnapshot(services.catalogue));
  await screens.live.start();
  const app = createApp({ services, screens: screens.services, readiness, streams });
  const server = await listen(app, services.config);
  const stopJobs = startJobs(services);
  readiness.set("ready");
  const close = async (): Promise<void> => {
    readiness.set("stopping");
    await stopJobs();
    await screens.live.stop();
    const drained = drain(server, logger);
    streams.endAll();
    await drained;
  };
  return { url: addressOf(server, services.config), close };
}

function listen(app: ReturnType<typeof createApp>, config: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(config.port, config.host, (error?: Error) => (error ? reject(error) : resolve(server)));
    server.on("error", reject);
    // A body of 32 MiB over a slow line takes its time; headers do not.
    server.requestTimeout = 300_000;
    server.headersTimeout = 15_000;
    // Longer than proxies and clients hold an idle connection: never closed just as the next request is sent on it.
    server.keepAliveTimeout = 75_000;
  });
}

/** Idle connections are closed at once, the others when they are answered or their time is up. */
async function drain(server: Server, logger: Logger): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => {
    logger.warn("requests still running are cut off");
    server.closeAllConnections();
  }, DRAIN_MS);
  await closed;
  clearTimeout(cut);
}

function addressOf(server: Server, config: Config): string {
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  return `http://${host}:${port}`;
}
