import type { Browser } from "playwright-core";
import { inject } from "vitest";
import { launchChromium } from "../../support/chromium.ts";

/** The one system that all files look at which only read, and a browser of this file's own. */
export interface SharedWorld {
  readonly url: string;
  readonly browser: Browser;
  /** Closes the browser; the system goes on for the others. */
  stop(): Promise<void>;
}

/** For files that change nothing: it gives neither keys nor a hand on the server. The others call `startWorld`. */
export async function shareWorld(): Promise<SharedWorld> {
  const browser = await launchChromium();
  return { url: inject("sharedUrl"), browser, stop: () => browser.close() };
}
