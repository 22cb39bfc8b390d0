import { createHash } from "node:crypto";
import { readMeta } from "@bochiso/db/repositories/meta";
import type { ReadStore } from "@bochiso/db/store";
import type { CommandExecutor } from "@bochiso/db/writer";
import { demoBatches, demoTargets } from "@bochiso/seed/demo";
import { defaultDataDir, readDataText } from "@bochiso/seed/files";
import { inOrderOfRecording, loadMapping, type ReplayBatch, readRealSeries } from "@bochiso/seed/replay";
import { z } from "zod";
import type { Config } from "../config/env.ts";
import type { Clock } from "../platform/clock.ts";
import type { Logger } from "../platform/logger.ts";
import type { WriterCommands } from "../writer/commands.ts";
import { demoTargetsInput, requireStored } from "./put-demo-targets.ts";
import { SEEDING_KEY } from "./seed-catalogue.ts";
import { seedSteps } from "./seed-steps.ts";

/** What is remembered of the seeding: the moment undated series carry, and the content that was loaded to the end. */
const SeedingState = z.object({ loadedAt: z.string(), completed: z.string().nullable() });

/** What a seeding did, for the log and the banner. */
export interface SeedReport {
  batches: number;
  /** Batches that were stored before. */
  replayed: number;
  rows: number;
  ms: number;
}

export interface SeedDeps {
  store: ReadStore;
  writer: CommandExecutor<WriterCommands>;
  config: Config;
  clock: Clock;
  logger: Logger;
  onProgress?: (done: number, of: number) => void;
}

/**
 * Brings a database to the state of the seed: catalogue, then the published series and, in demonstrations, the simulated
 * province with its targets, all through the ingestion service in order of publication. Can be cut off anywhere and run again.
 */
export async function seedDatabase(deps: SeedDeps): Promise<SeedReport> {
  const started = performance.now();
  const { writer, config, onProgress } = deps;
  const state = SeedingState.safeParse(await deps.store.read((tx) => readMeta(tx, SEEDING_KEY))).data;
  const loadedAt = state?.loadedAt ?? deps.clock.now().toISOString();
  const fingerprint = seriesFingerprint(config.demo);
  const isComplete = state?.completed === fingerprint;
  const batches = config.demo === "0" || isComplete ? [] : readBatches(deps, loadedAt);
  // The catalogue is older than any figure: recorded-at never runs backwards.
  const at = batches[0]?.recordedAt ?? loadedAt;
  const brought = await writer.execute({ name: "seed-catalogue", input: { demo: config.demo, at, loadedAt } });
  if (brought.staged > 0)
    deps.logger.info({ indicators: brought.staged }, "this release defines indicators otherwise: a change is staged");
  if (brought.refused.length > 0)
    deps.logger.warn({ problems: brought.refused }, "definitions of this release do not fit what is in force");
  const report = { batches: 0, replayed: 0, rows: 0, ms: 0 };
  const targets = config.demo === "1" && !isComplete ? demoTargets() : [];
  for (const step of seedSteps(batches, targets)) {
    if (step.kind === "targets") {
      requireStored(await writer.execute({ name: "put-targets", input: demoTargetsInput(step.targets) }));
      continue;
    }
    const tally = await writer.execute({ name: "replay-batches", input: { batches: step.batches } });
    report.batches += tally.batches;
    report.replayed += tally.replayed;
    report.rows += tally.rows;
    for (const key of tally.differing)
      deps.logger.warn({ batch: key }, "a seed batch differs from the one stored; the stored one stays");
    onProgress?.(report.batches, batches.length);
  }
  if (!isComplete) await writer.execute({ name: "finish-seeding", input: { loadedAt, completed: fingerprint } });
  return { ...report, ms: Math.round(performance.now() - started) };
}

function readBatches(deps: SeedDeps, loadedAt: string): ReplayBatch[] {
  const { batches, omissions } = readRealSeries({ loadedAt });
  for (const [what, group] of Map.groupBy(omissions, (it) => `${it.file}: ${it.reason}`)) {
    const cells = group.reduce((sum, it) => sum + it.cells, 0);
    deps.logger.info({ what, rows: group.flatMap((it) => it.rows).length, cells }, "published figures left out");
  }
  return deps.config.demo === "1" ? inOrderOfRecording(batches, demoBatches()) : [...batches];
}

/** Changes when the published files, their mapping, the simulated targets or the kind of demonstration change. */
function seriesFingerprint(demo: Config["demo"]): string {
  const hash = createHash("sha256").update(demo);
  const dataDir = defaultDataDir();
  if (demo === "1") hash.update(JSON.stringify(demoTargets(dataDir)));
  hash.update(readDataText(dataDir, "real/mapping.json"));
  for (const { file } of loadMapping(dataDir).files) hash.update(readDataText(dataDir, `real/${file}`));
  return hash.digest("hex");
}
