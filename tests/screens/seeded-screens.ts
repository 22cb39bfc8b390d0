import { join } from "node:path";
import { openSqliteStore } from "@bochiso/db/store";
import { openTestStore } from "@bochiso/db/testing";
import { type CommandHandlers, sideBySide } from "@bochiso/db/writer";
import { demoBatches, demoTargets } from "@bochiso/seed/demo";
import { inOrderOfRecording, readRealSeries } from "@bochiso/seed/replay";
import { z } from "zod";
import { createApp } from "../../server/src/app.ts";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { readConfig } from "../../server/src/config/env.ts";
import { createFeedNotes } from "../../server/src/feeds/feed-notes.ts";
import { createScreens, type Screens } from "../../server/src/modules/create-screens.ts";
import { type Clock, fixedClock } from "../../server/src/platform/clock.ts";
import { createLogger } from "../../server/src/platform/logger.ts";
import { createOpenStreams } from "../../server/src/platform/open-streams.ts";
import { createReadiness } from "../../server/src/platform/readiness.ts";
import { createStorageGate } from "../../server/src/platform/storage-gate.ts";
import { demoTargetsInput, requireStored } from "../../server/src/seeding/put-demo-targets.ts";
import { seedSteps } from "../../server/src/seeding/seed-steps.ts";
import type { Services } from "../../server/src/services.ts";
import type { WriterCommands } from "../../server/src/writer/commands.ts";
import { createHandlers } from "../../server/src/writer/create-handlers.ts";
import { seededFolder } from "../support/seeded-folder.ts";

/** The day the tests stand at: long after the published series end. */
export const TODAY = "2026-11-22T03:00:00.000Z";

/** The screens of a system in this process, without HTTP, with the commands of its writer. */
export interface SeededScreens extends Screens {
  commands: CommandHandlers<WriterCommands>;
  /** The whole HTTP application over these screens. */
  app: ReturnType<typeof createApp>;
  /** Statements run so far, by whatever runs them. */
  statements(): number;
  /** Ranges of values read so far. */
  ranges(): readonly { seriesId: number; from: number; to: number }[];
  /** Path of the database file. */
  location: string;
  /** The screens of a process that starts anew on the same data: nothing is remembered. */
  restarted(): Screens;
  close(): Promise<void>;
}

const Range = z.object({ seriesId: z.number(), from: z.number(), to: z.number() });
type Range = z.infer<typeof Range>;

/** What to load: nothing but the catalogue, or also the published series and the fictional province. */
export type Content = "catalogue" | "everything";

/** A store with the catalogue and, where asked for, every published series and the simulated ones. */
export async function seededScreens(content: Content, clock: Clock = fixedClock(TODAY)): Promise<SeededScreens> {
  const { store, location, close } = await openTestStore({ from: await screensTemplate(content) });
  const commands = createHandlers({ store, workerData: { dataDir: null }, turns: sideBySide });
  let statements = 0;
  const ranges: Range[] = [];
  const counted: typeof store = {
    ...store,
    read: (work) =>
      store.read((tx) =>
        work({
          ...tx,
          statements: {
            all: (statement, rows) => {
              statements += 1;
              if (statement.name === "current_in_range")
                ranges.push(...rows.flatMap((row) => Range.safeParse(row).data ?? []));
              return tx.statements.all(statement, rows);
            },
            run: tx.statements.run.bind(tx.statements),
          },
        }),
      ),
  };
  const listeners = new Set<(commit: { seq: number; recordedAt: string }) => void>();
  store.onCommitted((commit) => {
    for (const listener of listeners) listener(commit);
  });
  const system: Services = {
    config: readConfig({}),
    clock,
    logger: createLogger({ level: "silent" }),
    instance: "test-instance",
    version: "test",
    store: counted,
    writer: {
      execute: () => Promise.reject(new Error("tests call the commands themselves")),
      onCommitted: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      onCrash: () => () => undefined,
      pending: 0,
      close: () => Promise.resolve(),
    },
    catalogue: createCatalogueCache(),
    feedNotes: createFeedNotes(),
    storageGate: createStorageGate({ floorBytes: 0, freeBytes: () => null }),
  };
  const screens = createScreens(system);
  const readiness = createReadiness();
  const streams = createOpenStreams();
  readiness.set("ready");
  return {
    ...screens,
    commands,
    app: createApp({ services: system, screens: screens.services, readiness, streams }),
    statements: () => statements,
    ranges: () => ranges,
    location,
    restarted: () => createScreens({ ...system, catalogue: createCatalogueCache() }),
    close: async () => {
      streams.endAll();
      await screens.live.stop();
      await close();
    },
  };
}

const FILE = "screens.db";

/** The database to copy from; made when it is not there yet. */
export async function screensTemplate(content: Content): Promise<string> {
  return join(await seededFolder(`screens-${content}`, (folder) => makeTemplate(folder, content)), FILE);
}

async function makeTemplate(folder: string, content: Content): Promise<void> {
  const store = await openSqliteStore({ databaseFile: join(folder, FILE) });
  const commands = createHandlers({ store, workerData: { dataDir: null }, turns: sideBySide });
  await commands["seed-catalogue"]({ demo: "1", at: "2020-01-01T00:00:00.000Z", loadedAt: TODAY });
  if (content === "everything") await loadEverything(commands);
  await store.close();
}

/** Published and simulated figures and the simulated targets in the order they were recorded. */
async function loadEverything(commands: CommandHandlers<WriterCommands>): Promise<void> {
  const { batches } = readRealSeries({ loadedAt: "2026-11-21T00:00:00.000Z" });
  for (const step of seedSteps(inOrderOfRecording(batches, demoBatches()), demoTargets())) {
    if (step.kind === "batches") await commands["replay-batches"]({ batches: step.batches });
    else requireStored(await commands["put-targets"](demoTargetsInput(step.targets)));
  }
}
