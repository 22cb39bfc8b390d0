import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { inject } from "vitest";
import { z } from "zod";
import { type SystemClient, systemClient } from "../../support/http/system-client.ts";
import { type ProductionServer, startProductionServer } from "../../support/production-server.ts";
import { sharedBrowser } from "./shared-browser.ts";
import { closeTabs } from "./tabs.ts";

const DemoKeys = z.object({ reader: z.string(), feeds: z.record(z.string(), z.string()) });

/** The built system on its own copy of the seeded data, and the browser of this test process. */
export interface World {
  readonly url: string;
  readonly browser: Browser;
  readonly api: SystemClient;
  /** Where requests of the command line are left for the server. */
  readonly dataDir: string;
  keyOf(feed: string): string;
  /** Ends the server without a word; `startServer` brings it back at the same address. */
  killServer(): Promise<void>;
  startServer(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the system as in production; the browser beside it may be running already. */
export async function startWorld(): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), "bochiso-e2e-"));
  cpSync(inject("seededData"), dataDir, { recursive: true });
  const [first, browser] = await Promise.all([startProductionServer({ dataDir, demo: "1" }), sharedBrowser()]);
  const { url, port } = first;
  const keys = DemoKeys.parse(JSON.parse(readFileSync(join(dataDir, "demo-keys.json"), "utf8")));
  let server: ProductionServer = first;
  return {
    url,
    browser,
    api: systemClient(url, keys.reader),
    dataDir,
    keyOf: (feed) => keys.feeds[feed] ?? "",
    killServer: () => server.kill(),
    startServer: async () => {
      server = await startProductionServer({ dataDir, demo: "1", port });
    },
    stop: async () => {
      await closeTabs(browser, url);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
