import type { Browser } from "playwright-core";
import { inject } from "vitest";
import { sharedBrowser } from "./shared-browser.ts";

/** The one system that all files look at which only read, and the browser of this test process. */
export interface SharedWorld {
  readonly url: string;
  readonly browser: Browser;
}

/** For files that change nothing: it gives neither keys nor a hand on the server, and neither ends with the file. The others call `startWorld`. */
export async function shareWorld(): Promise<SharedWorld> {
  return { url: inject("sharedUrl"), browser: await sharedBrowser() };
}
