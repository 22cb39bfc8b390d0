import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { LiveContext, type LiveStore } from "../lib/live/index.ts";
import { type ScreenSource, SourceContext } from "../lib/source/index.ts";

interface Props {
  source: ScreenSource;
  queryClient: QueryClient;
  live: LiveStore;
  children: ReactNode;
}

/** What every component may ask for: the server, its cache, the live connection. */
export function Providers({ source, queryClient, live, children }: Props) {
  return (
    <SourceContext value={source}>
      <LiveContext value={live}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </LiveContext>
    </SourceContext>
  );
}
