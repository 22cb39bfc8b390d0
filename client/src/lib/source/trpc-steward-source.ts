import type { AppRouter } from "@bochiso/server/router";
import type { TRPCClient } from "@trpc/client";
import type { FeedSource, QualitySource } from "./steward-source.ts";

type Client = Pick<TRPCClient<AppRouter>, "feeds" | "quality">;

const options = (signal?: AbortSignal) => (signal === undefined ? {} : { signal });

/** The screens of feeds of a running server. */
export function trpcFeedSource({ feeds }: Client): FeedSource {
  return {
    list: (signal) => feeds.list.query(undefined, options(signal)),
    get: (feed, signal) => feeds.get.query({ feed }, options(signal)),
    submissions: (input, signal) => feeds.submissions.query(input, options(signal)),
    submission: (input, signal) => feeds.submission.query(input, options(signal)),
    rowErrors: (input) => feeds.rowErrors.query(input),
    refusals: (feed, signal) => feeds.refusals.query({ feed }, options(signal)),
    keys: (feed, signal) => feeds.keys.query({ feed }, options(signal)),
    example: (feed, signal) => feeds.example.query({ feed }, options(signal)),
    expected: (input, signal) => feeds.expected.query(input, options(signal)),
    makeKey: (input) => feeds.makeKey.mutate(input),
    rotateKey: (input) => feeds.rotateKey.mutate(input),
    revokeKey: (input) => feeds.revokeKey.mutate(input),
    changeContract: (input) => feeds.changeContract.mutate(input),
    handOver: (input) => feeds.handOver.mutate(input),
    decide: (input) => feeds.decide.mutate(input),
    send: async (input) => (await import("./send-submission.ts")).sendSubmission(input),
  };
}

/** The screens of quality of a running server. */
export function trpcQualitySource({ quality }: Client): QualitySource {
  return {
    flags: (input, signal) => quality.flags.query(input, options(signal)),
    flag: (id, signal) => quality.flag.query({ id }, options(signal)),
    scores: (input, signal) => quality.scores.query(input, options(signal)),
    heat: (input, signal) => quality.heat.query(input, options(signal)),
    review: (input) => quality.review.mutate(input),
  };
}
