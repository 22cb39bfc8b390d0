import type { RulePreviewInput } from "@bochiso/shared/steward";
import { queryOptions } from "@tanstack/react-query";
import type { ScreenSource } from "./screen-source.ts";

/** How often it is looked whether flags already stand by a changed rule. */
const RECHECK_MS = 3_000;
/** How often a source is looked at while it is pulled, and otherwise: a run that brings nothing new makes no event. */
const PULLING_MS = 1_000;
const PULLED_MS = 20_000;

export const locksQuery = (source: ScreenSource, indicator: string | undefined) =>
  queryOptions({
    queryKey: ["locks", indicator ?? null],
    queryFn: async ({ signal }) => (await source.tools()).locks({ indicator }, signal),
  });

export const signatureKeysQuery = (source: ScreenSource, feed: string) =>
  queryOptions({
    queryKey: ["signature-keys", feed],
    queryFn: async ({ signal }) => (await source.tools()).signatureKeys(feed, signal),
  });

export const rulesQuery = (source: ScreenSource, indicator: string | undefined) =>
  queryOptions({
    queryKey: ["rules", indicator ?? null],
    queryFn: async ({ signal }) => (await source.tools()).rules({ indicator }, signal),
    refetchInterval: ({ state: { data } }) =>
      data?.rules.some((rule) => rule.rechecking) === true ? RECHECK_MS : false,
  });

export const ruleSubjectQuery = (source: ScreenSource, indicator: string) =>
  queryOptions({
    queryKey: ["rule-subject", indicator],
    queryFn: async ({ signal }) => (await source.tools()).ruleSubject(indicator, signal),
  });

export const pullsQuery = (source: ScreenSource, feed: string) =>
  queryOptions({
    queryKey: ["pulls", feed],
    queryFn: async ({ signal }) => (await source.tools()).pulls(feed, signal),
    refetchInterval: ({ state: { data } }) =>
      data?.sources.some(({ state }) => state === "running" || state === "asked") === true ? PULLING_MS : PULLED_MS,
  });

/** What a draft would do now; asked anew for each draft and kept no longer than it is on screen. */
export const rulePreviewQuery = (source: ScreenSource, draft: RulePreviewInput) =>
  queryOptions({
    queryKey: ["rule-preview", draft],
    queryFn: async ({ signal }) => (await source.tools()).previewRule(draft, signal),
    gcTime: 0,
    staleTime: 0,
  });

/** What approving would bring about. Trying takes the writer's time and figures move: asked when seen, and when told to. */
export const decisionPreviewQuery = (source: ScreenSource, submission: string) =>
  queryOptions({
    queryKey: ["decision-preview", submission],
    queryFn: async ({ signal }) => (await source.tools()).previewDecision(submission, signal),
    gcTime: 0,
    retry: false,
  });
