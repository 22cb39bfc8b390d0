import type { Browser } from "playwright-core";
import { launchChromium } from "../../support/chromium.ts";

let running: Promise<Browser> | undefined;

/** One browser for all files of a test process, with its tabs; it ends with the process. One that died is replaced. */
export async function sharedBrowser(): Promise<Browser> {
  if (running !== undefined && !(await running).isConnected()) running = undefined;
  running ??= launchChromium();
  return await running;
}
