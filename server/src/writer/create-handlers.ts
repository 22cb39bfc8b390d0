import type { CommandContext, CommandHandlers } from "@bochiso/db/writer";
import { createKey } from "../auth/create-key.ts";
import { createCatalogueCache } from "../catalogue/catalogue-cache.ts";
import { createRecomputeAll } from "../compute/recompute-all.ts";
import { ingestSubmission } from "../ingestion/pipeline.ts";
import type { PipelineDeps } from "../ingestion/pipeline-deps.ts";
import { recordFeedHeartbeat } from "../ingestion/record-feed-heartbeat.ts";
import { systemClock } from "../platform/clock.ts";
import { finishSeeding } from "../seeding/finish-seeding.ts";
import { replayBatches } from "../seeding/replay-batches.ts";
import { seedCatalogue } from "../seeding/seed-catalogue.ts";
import type { WriterCommands } from "./commands.ts";

/** The handlers of every command, the same in the writer thread (SQLite) and in process (PostgreSQL). */
export function createHandlers({ store }: CommandContext): CommandHandlers<WriterCommands> {
  const deps: PipelineDeps = { store, catalogue: createCatalogueCache(), clock: systemClock };
  const recomputeStep = createRecomputeAll(deps);
  return {
    "ingest-submission": (input) => ingestSubmission(deps, input),
    "replay-batches": (input) => replayBatches(deps, input),
    "seed-catalogue": (input) => seedCatalogue(deps, input),
    "finish-seeding": (input) => finishSeeding(deps, input),
    "recompute-step": () => recomputeStep(),
    "create-key": (input) => createKey(deps, input),
    "record-heartbeat": (input) => recordFeedHeartbeat(deps, input),
  };
}
