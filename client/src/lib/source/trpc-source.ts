import type { AppRouter } from "@bochiso/server/router";
import type { Text } from "@bochiso/shared/text";
import { createTRPCClient, httpLink, httpSubscriptionLink, retryLink, splitLink, TRPCClientError } from "@trpc/client";
import { trpcEntrySource } from "./entry-source.ts";
import type { ScreenSource } from "./screen-source.ts";
import { trpcFeedSource, trpcQualitySource } from "./trpc-steward-source.ts";

const MAX_WAIT_MS = 15_000;

function createClient(url: string) {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        // Without retryLink a single 502 of a proxy would end live mode for good.
        true: [
          retryLink({
            retry: () => true,
            retryDelayMs: (attempt) => Math.min(MAX_WAIT_MS, 500 * 2 ** Math.min(attempt, 6)),
          }),
          httpSubscriptionLink({ url }),
        ],
        false: httpLink({ url }),
      }),
    ],
  });
}

/** The screens of a running server over tRPC. */
export function trpcSource(url = "/trpc"): ScreenSource {
  const client = createClient(url);
  const options = (signal?: AbortSignal) => (signal === undefined ? {} : { signal });
  return {
    shell: (signal) => client.shell.get.query(undefined, options(signal)),
    overview: (input, signal) => client.overview.get.query(input, options(signal)),
    group: (input, signal) => client.group.get.query(input, options(signal)),
    indicator: (input, signal) => client.indicator.get.query(input, options(signal)),
    forecast: (input, signal) => client.forecast.get.query(input, options(signal)),
    overTime: (input, signal) => client.overTime.get.query(input, options(signal)),
    comparison: (input, signal) => client.comparison.get.query(input, options(signal)),
    explain: (input, signal) => client.explain.get.query(input, options(signal)),
    formulaCatalogue: (signal) => client.formula.catalogue.query(undefined, options(signal)),
    checkFormula: (input, signal) => client.formula.check.query(input, options(signal)),
    evaluateFormula: (input, signal) => client.formula.evaluate.query(input, options(signal)),
    indicators: (input, signal) => client.indicators.list.query(input, options(signal)),
    search: (input, signal) => client.search.query.query(input, options(signal)),
    feeds: trpcFeedSource(client),
    quality: trpcQualitySource(client),
    entry: trpcEntrySource(client),
    tools: async () => (await import("./trpc-tool-source.ts")).trpcToolSource(client),
    listen(sinceSeq, handlers) {
      const subscription = client.live.changes.subscribe(
        { sinceSeq },
        {
          onStarted: handlers.onOpened,
          onData: (event) => handlers.onEvent(event.data),
          onError: handlers.onLost,
          onConnectionStateChange: (change) => {
            if (change.state === "connecting" && change.error !== null) handlers.onLost();
          },
        },
      );
      return () => subscription.unsubscribe();
    },
  };
}

/** What a failed query means to the reader. */
export interface ScreenFault {
  kind: "forbidden" | "not-found" | "failed";
  /** The stable code of the domain, such as `key-limit`; null where the server did not answer. */
  code: string | null;
  /** The server's sentence in both languages; null where it did not answer. */
  text: Text | null;
}

const KIND: Readonly<Record<string, ScreenFault["kind"]>> = {
  FORBIDDEN: "forbidden",
  UNAUTHORIZED: "forbidden",
  NOT_FOUND: "not-found",
  // Asking the same again would be refused again: the sentence says what is not there.
  BAD_REQUEST: "not-found",
};

/** Reads a failed query: refused, unknown, or broken. */
export function screenFault(error: unknown): ScreenFault {
  if (!isScreenError(error)) return { kind: "failed", code: null, text: null };
  return {
    kind: KIND[error.data?.code ?? ""] ?? "failed",
    code: error.data?.domainCode ?? null,
    text: error.data?.text ?? null,
  };
}

function isScreenError(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}
