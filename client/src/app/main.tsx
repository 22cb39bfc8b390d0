import "../styles/index.css";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { computerClock } from "../lib/clock/index.ts";
import { createLiveStore } from "../lib/live/index.ts";
import { createQueryClient } from "../lib/query-client.ts";
import type { ScreenSource } from "../lib/source/index.ts";
import { trpcSource } from "../lib/source/trpc-source.ts";
import { Providers } from "./providers.tsx";
import { createAppRouter } from "./router.tsx";

/** `vite --mode fixtures` only; the production build drops the branch and the module behind it. */
async function chooseSource(): Promise<ScreenSource> {
  if (import.meta.env.MODE !== "fixtures") return trpcSource();
  const { fixtureSource } = await import("../testing/fixture-source.ts");
  return fixtureSource();
}

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
const source = await chooseSource();
const queryClient = createQueryClient();
const router = createAppRouter({ queryClient, source });
createRoot(root).render(
  <StrictMode>
    <Providers source={source} queryClient={queryClient} live={createLiveStore(computerClock())}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
