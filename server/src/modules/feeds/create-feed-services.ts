import { headCommit } from "@bochiso/db/repositories/commits";
import { changeContract } from "./change-contract.ts";
import { decideSubmission } from "./decide-submission.ts";
import type { FeedDeps } from "./feed-deps.ts";
import { createFeedListCache } from "./feed-list-cache.ts";
import type { FeedServices } from "./feed-services.ts";
import { getExample } from "./get-example.ts";
import { getExpected } from "./get-expected.ts";
import { getFeed } from "./get-feed.ts";
import { getRowErrors } from "./get-row-errors.ts";
import { getSubmission } from "./get-submission.ts";
import { handOver } from "./hand-over.ts";
import { listKeys, makeKey, revokeKey, rotateKey } from "./key-actions.ts";
import { listFeeds } from "./list-feeds.ts";
import { listRefusals } from "./list-refusals.ts";
import { listSubmissions } from "./list-submissions.ts";
import { previewDecision } from "./preview-decision.ts";
import { addSignatureKey, listSignatureKeys, revokeSignatureKey } from "./signature-key-actions.ts";

/** The screens of feeds over the store and the writer of an instance. */
export function createFeedServices(deps: FeedDeps): FeedServices {
  const { store, clock } = deps;
  const list = createFeedListCache({
    head: async () => (await store.read((tx) => headCommit(tx))).seq,
    now: () => clock.now().getTime(),
    compute: () => listFeeds(deps),
  });
  return {
    list,
    get: (input) => getFeed(deps, input),
    submissions: (input) => listSubmissions(deps, input),
    submission: (input) => getSubmission(deps, input),
    rowErrors: (input) => getRowErrors(deps, input),
    refusals: (input) => listRefusals(deps, input),
    expected: (input) => getExpected(deps, input),
    keys: (input) => listKeys(deps, input),
    example: (input) => getExample(deps, input),
    makeKey: (input) => makeKey(deps, input),
    rotateKey: (input) => rotateKey(deps, input),
    revokeKey: (input) => revokeKey(deps, input),
    signatureKeys: (input) => listSignatureKeys(deps, input),
    addSignatureKey: (input) => addSignatureKey(deps, input),
    revokeSignatureKey: (input) => revokeSignatureKey(deps, input),
    changeContract: (input) => changeContract(deps, input),
    handOver: (input) => handOver(deps, input),
    previewDecision: (input) => previewDecision(deps, input),
    decide: (input) => decideSubmission(deps, input),
  };
}
