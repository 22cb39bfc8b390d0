import { QueryClient } from "@tanstack/react-query";

/** Screens stay fresh by live events, so nothing is refetched by time; a lost connection catches up by itself. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        retry: 2,
        retryDelay: (attempt) => Math.min(5_000, 400 * 2 ** attempt),
        refetchOnWindowFocus: false,
        networkMode: "always",
      },
    },
  });
}
