import { queryOptions } from "@tanstack/react-query";
import type { ScreenSource } from "./screen-source.ts";
import type {
  ExpectedQuestion,
  FlagsQuestion,
  HeatQuestion,
  ScoresQuestion,
  SubmissionQuestion,
  SubmissionsQuestion,
} from "./steward-source.ts";

/** A source that falls silent makes no event: what stands on these screens is asked again after this long. */
const ASKED_AGAIN_MS = 20_000;
const MOMENT_MS = 250;

/** As above, or right after the next moment at which something falls due. */
function untilDue(model: { now: string; due: readonly (string | undefined)[] } | undefined): number {
  if (model === undefined) return ASKED_AGAIN_MS;
  const waits = model.due.flatMap((at) => (at === undefined ? [] : [Date.parse(at) - Date.parse(model.now)]));
  return Math.max(MOMENT_MS, Math.min(ASKED_AGAIN_MS, ...waits.map((wait) => wait + MOMENT_MS)));
}

/** Kinds of queries (first part of their keys) that any accepted submission may touch. */
export const feedsQuery = (source: ScreenSource) =>
  queryOptions({
    queryKey: ["feeds"],
    queryFn: ({ signal }) => source.feeds.list(signal),
    refetchInterval: ({ state: { data } }) =>
      untilDue(data && { now: data.now, due: data.feeds.map(({ due }) => due.next?.at) }),
  });

export const feedQuery = (source: ScreenSource, feed: string) =>
  queryOptions({
    queryKey: ["feed", feed],
    queryFn: ({ signal }) => source.feeds.get(feed, signal),
    refetchInterval: ({ state: { data } }) => untilDue(data && { now: data.now, due: [data.due.next?.at] }),
  });

/** While another page or filter of the same feed loads, the one on screen stays. */
export const submissionsQuery = (source: ScreenSource, input: SubmissionsQuestion) =>
  queryOptions({
    queryKey: ["submissions", input],
    queryFn: ({ signal }) => source.feeds.submissions(input, signal),
    placeholderData: (previous, before) => (askedOf(before?.queryKey[1])?.feed === input.feed ? previous : undefined),
  });

export const submissionQuery = (source: ScreenSource, input: SubmissionQuestion) =>
  queryOptions({
    queryKey: ["submission", input],
    queryFn: ({ signal }) => source.feeds.submission(input, signal),
    placeholderData: (previous) => (previous?.id === input.id ? previous : undefined),
  });

export const refusalsQuery = (source: ScreenSource, feed: string) =>
  queryOptions({
    queryKey: ["refusals", feed],
    queryFn: ({ signal }) => source.feeds.refusals(feed, signal),
    refetchInterval: ASKED_AGAIN_MS,
  });

export const keysQuery = (source: ScreenSource, feed: string) =>
  queryOptions({
    queryKey: ["keys", feed],
    queryFn: ({ signal }) => source.feeds.keys(feed, signal),
    refetchInterval: ASKED_AGAIN_MS,
  });

/** Asked for once a key was made: a row that its first request can send. */
export const exampleQuery = (source: ScreenSource, feed: string) =>
  queryOptions({ queryKey: ["example", feed], queryFn: ({ signal }) => source.feeds.example(feed, signal) });

export const expectedQuery = (source: ScreenSource, input: ExpectedQuestion) =>
  queryOptions({ queryKey: ["expected", input], queryFn: ({ signal }) => source.feeds.expected(input, signal) });

export const flagsQuery = (source: ScreenSource, input: FlagsQuestion) =>
  queryOptions({
    queryKey: ["flags", input],
    queryFn: ({ signal }) => source.quality.flags(input, signal),
    placeholderData: (previous) => previous,
  });

export const flagQuery = (source: ScreenSource, id: number) =>
  queryOptions({ queryKey: ["flag", id], queryFn: ({ signal }) => source.quality.flag(id, signal) });

export const scoresQuery = (source: ScreenSource, input: ScoresQuestion) =>
  queryOptions({ queryKey: ["scores", input], queryFn: ({ signal }) => source.quality.scores(input, signal) });

export const heatQuery = (source: ScreenSource, input: HeatQuestion) =>
  queryOptions({
    queryKey: ["heat", input],
    queryFn: ({ signal }) => source.quality.heat(input, signal),
    placeholderData: (previous) => (previous?.by === input.by ? previous : undefined),
  });

function askedOf(part: unknown): Partial<SubmissionsQuestion> | null {
  return typeof part === "object" ? part : null;
}
