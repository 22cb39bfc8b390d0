import type { CommandContext, CommandHandlers } from "@bochiso/db/writer";
import { createKey } from "../auth/create-key.ts";
import { revokeKey } from "../auth/revoke-key.ts";
import { rotateKey } from "../auth/rotate-key.ts";
import { createCatalogueCache } from "../catalogue/catalogue-cache.ts";
import { createRecomputeAll } from "../compute/recompute-all.ts";
import { advanceDefinitionChanges } from "../definitions/advance-definition-changes.ts";
import { cancelDefinitionChange } from "../definitions/end-definition-change.ts";
import { stageDefinitionChange } from "../definitions/stage-definition-change.ts";
import { changeContract } from "../feeds/change-contract.ts";
import { decideSubmission } from "../feeds/decide-submission.ts";
import { handOver } from "../feeds/hand-over.ts";
import { previewHeld } from "../feeds/preview-held.ts";
import { tidyStep } from "../feeds/tidy-step.ts";
import { writeFeedNotes } from "../feeds/write-feed-notes.ts";
import { fewAtATime } from "../ingestion/few-at-a-time.ts";
import { ingestSubmission } from "../ingestion/pipeline.ts";
import type { PipelineDeps } from "../ingestion/pipeline-deps.ts";
import { recordFeedHeartbeat } from "../ingestion/record-feed-heartbeat.ts";
import { lockPeriod, unlockPeriod } from "../intake/period-lock-commands.ts";
import { endSignatureKey, registerSignatureKey } from "../intake/signature-key-commands.ts";
import { putTargets } from "../modules/targets/put-targets.ts";
import { systemClock } from "../platform/clock.ts";
import { pullHandlers } from "../pull/commands/pull-handlers.ts";
import { putQualityRules } from "../quality/put-rules.ts";
import { recheckStep } from "../quality/recheck-rules.ts";
import { reviewFlag } from "../quality/review-flag.ts";
import { createReceiptSealer } from "../receipts/receipt-sealer.ts";
import { bringCatalogue } from "../seeding/bring-catalogue.ts";
import { finishSeeding } from "../seeding/finish-seeding.ts";
import { replayBatches } from "../seeding/replay-batches.ts";
import type { IngestInput, WriterCommands } from "./commands.ts";

/** What the writer is told at its start. */
export interface WriterSettings {
  /** Where the key of receipts is; null: receipts carry no seal. */
  readonly dataDir: string | null;
}

/** Bodies of more bytes are large, and so many of them are worked on at once on PostgreSQL; on SQLite one, by its one thread. */
const LARGE_BODY = 256 * 1024;
const LARGE_AT_ONCE = 2;

/** The handlers of every command, the same in the writer thread (SQLite) and in process (PostgreSQL). */
export function createHandlers({
  store,
  workerData,
  turns,
}: CommandContext<WriterSettings>): CommandHandlers<WriterCommands> {
  const { dataDir } = workerData;
  const seal = dataDir === null ? undefined : createReceiptSealer(dataDir, systemClock);
  const deps: PipelineDeps = {
    store,
    catalogue: createCatalogueCache(),
    clock: systemClock,
    seal,
    turns,
  };
  const recomputeStep = createRecomputeAll(deps);
  const ingest = (input: IngestInput) => ingestSubmission(deps, input);
  const isLarge = ({ body }: IngestInput): boolean => store.dialect === "postgres" && body.byteLength > LARGE_BODY;
  return {
    "ingest-submission": fewAtATime(LARGE_AT_ONCE, isLarge, ingest),
    "replay-batches": (input) => replayBatches(deps, input),
    "seed-catalogue": (input) => bringCatalogue(deps, input),
    "finish-seeding": (input) => finishSeeding(deps, input),
    "recompute-step": () => recomputeStep(),
    "put-targets": (input) => putTargets(deps, input),
    "stage-definition-change": (input) => stageDefinitionChange(deps, input),
    "cancel-definition-change": (input) => cancelDefinitionChange(deps, input),
    "advance-definition-changes": () => advanceDefinitionChanges(deps),
    "lock-period": (input) => lockPeriod(deps, input),
    "unlock-period": (input) => unlockPeriod(deps, input),
    "add-signature-key": (input) => registerSignatureKey(deps, input),
    "revoke-signature-key": (input) => endSignatureKey(deps, input),
    "create-key": (input) => createKey(deps, input),
    "rotate-key": (input) => rotateKey(deps, input),
    "revoke-key": (input) => revokeKey(deps, input),
    "change-feed-contract": (input) => changeContract(deps, input),
    "hand-over-scope": (input) => handOver(deps, input),
    "decide-submission": (input) => decideSubmission(deps, input),
    "preview-decision": (input) => previewHeld(deps, input),
    "tidy-step": (input) => tidyStep(deps, input),
    "write-feed-notes": (input) => writeFeedNotes(deps, input),
    "review-quality-flag": (input) => reviewFlag(deps, input),
    "put-quality-rules": (input) => putQualityRules(deps, input),
    "recheck-quality": () => recheckStep(deps),
    "record-heartbeat": (input) => recordFeedHeartbeat(deps, input),
    ...pullHandlers(deps),
  };
}
