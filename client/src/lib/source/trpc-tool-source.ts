import type { AppRouter } from "@bochiso/server/router";
import type { TRPCClient } from "@trpc/client";
import type { ToolSource } from "./tool-source.ts";

const options = (signal?: AbortSignal) => (signal === undefined ? {} : { signal });

/** The tools of stewards on a running server; in a chunk of its own. */
export function trpcToolSource({
  feeds,
  quality,
  periodLocks,
  pulls,
}: Pick<TRPCClient<AppRouter>, "feeds" | "quality" | "periodLocks" | "pulls">): ToolSource {
  return {
    locks: (input, signal) => periodLocks.list.query(input, options(signal)),
    lockPeriod: (input) => periodLocks.lock.mutate(input),
    liftLock: (input) => periodLocks.lift.mutate(input),
    signatureKeys: (feed, signal) => feeds.signatureKeys.query({ feed }, options(signal)),
    addSignatureKey: (input) => feeds.addSignatureKey.mutate(input),
    revokeSignatureKey: (input) => feeds.revokeSignatureKey.mutate(input),
    rules: (input, signal) => quality.rules.query(input, options(signal)),
    previewRule: (input, signal) => quality.previewRule.query(input, options(signal)),
    ruleSubject: (indicator, signal) => quality.ruleSubject.query({ indicator }, options(signal)),
    createRule: (input) => quality.createRule.mutate(input),
    changeRule: (input) => quality.changeRule.mutate(input),
    previewDecision: (submission, signal) => feeds.previewDecision.query({ submission }, options(signal)),
    pulls: (feed, signal) => pulls.list.query({ feed }, options(signal)),
    previewPull: (source) => pulls.preview.mutate({ source }),
    runPull: (input) => pulls.run.mutate(input),
    switchPull: (input) => pulls.switch.mutate(input),
  };
}
