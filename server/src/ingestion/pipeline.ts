import { createSlices, inSlices } from "../platform/slices.ts";
import type { IngestInput, IngestOutput } from "../writer/commands.ts";
import { checkSteps } from "./check-rows.ts";
import { commitSubmission } from "./commit-submission.ts";
import { decodeSteps } from "./decode/decode-body.ts";
import { findStoredOutcome } from "./find-stored-outcome.ts";
import { parseSteps } from "./parse-rows.ts";
import type { PipelineDeps } from "./pipeline-deps.ts";
import { recordSecretRefusal } from "./record-secret-refusal.ts";
import { requireFeedOfKey } from "./require-feed.ts";
import { resolveSteps } from "./resolve-rows.ts";
import { ErrorCollector } from "./rules/error-collector.ts";
import { untilCatalogueHolds } from "./until-catalogue-holds.ts";

/** What was written of a submission although it had to be prepared anew. */
interface Told {
  secret: boolean;
}

/** Takes in a submission, by the definitions in force when it is stored. */
export function ingestSubmission(deps: PipelineDeps, input: IngestInput): Promise<IngestOutput> {
  const told: Told = { secret: false };
  return untilCatalogueHolds(() => ingest(deps, input, told));
}

/**
 * How a submission flows, and nothing else. Everything before `commitSubmission` only reads; all faults of all rows are
 * collected on the way, and the commit either stores everything or nothing.
 */
async function ingest(deps: PipelineDeps, input: IngestInput, told: Told): Promise<IngestOutput> {
  const { before, catalogue } = await deps.store.read(async (tx) => ({
    before: input.dryRun ? null : await findStoredOutcome(tx, input),
    catalogue: await deps.catalogue.current(tx),
  }));
  if (before !== null) return before;
  const slices = createSlices(deps.turns);
  const body = await inSlices(decodeSteps(input, catalogue.dimensions.keys()), slices);
  const feed = requireFeedOfKey(catalogue, input.feed, body.envelope.feed);
  const errors = new ErrorCollector(body);
  const parsed = await inSlices(parseSteps(body, errors), slices);
  const now = Date.parse(input.receivedAt);
  const resolved = await inSlices(resolveSteps({ rows: parsed, catalogue, feed, now, errors }), slices);
  await inSlices(checkSteps({ parsed, resolved, catalogue, errors }), slices);
  if (errors.has("state-secret-refused") && !told.secret) {
    await recordSecretRefusal(deps, input, errors);
    told.secret = true;
  }
  const sound = resolved.filter(({ row }) => !errors.isFaulty(row));
  const isRefused = errors.count > 0 && (input.handling !== "lenient" || sound.length === 0);
  return commitSubmission(deps, {
    input,
    envelope: body.envelope,
    feed,
    catalogue,
    rows: resolved,
    sound,
    isRefused,
    received: body.rows.length,
    errors,
  });
}
