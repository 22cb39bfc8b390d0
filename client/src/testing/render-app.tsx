import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import { Providers } from "../app/providers.tsx";
import { createAppRouter } from "../app/router.tsx";
import { createLiveStore } from "../lib/live/index.ts";
import { createQueryClient } from "../lib/query-client.ts";
import type { LiveHandlers, ScreenSource } from "../lib/source/index.ts";
import { fixtureSource } from "./fixture-source.ts";

/** A source whose live events the test sends by hand. */
export function controlledSource(patch: Partial<ScreenSource> = {}) {
  const live: { handlers: LiveHandlers | null; sinceSeq: number | null } = { handlers: null, sinceSeq: null };
  const source = fixtureSource({
    listen(sinceSeq, handlers) {
      live.sinceSeq = sinceSeq;
      live.handlers = handlers;
      return () => {
        live.handlers = null;
      };
    },
    ...patch,
  });
  return { source, live };
}

/** The whole application at an address, on a source of the test. */
export function renderApp(path: string, source: ScreenSource) {
  const queryClient = createQueryClient();
  queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retry: false } });
  const live = createLiveStore(Date.now());
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createAppRouter({ queryClient, source }, history);
  const screen = render(
    <Providers source={source} queryClient={queryClient} live={live}>
      <RouterProvider router={router} />
    </Providers>,
  );
  return { ...screen, queryClient, live, router };
}
