import type { Browser, ConsoleMessage, Page, Request, Response } from "playwright-core";
import { takeTab } from "./tabs.ts";

export interface WindowOptions {
  readonly browser: Browser;
  readonly url: string;
  readonly path: string;
  readonly width?: number;
  readonly height?: number;
  readonly theme?: "light" | "dark";
  /** axe brings its own script, which the policy of the pages rightly refuses. */
  readonly bypassCSP?: boolean;
  readonly reducedMotion?: boolean;
}

/** A browser window of its own (no cookies, storage or history shared) with what went wrong in it. */
export interface Window {
  readonly page: Page;
  /** Errors of scripts and of the console, breaches of the content policy, requests to other hosts, failed answers. */
  readonly faults: string[];
  close(): Promise<void>;
}

/** Opens a path of the product and waits until the first figures stand on it. */
export async function openWindow(options: WindowOptions): Promise<Window> {
  const { browser, url, path, width = 1440, height = 900, theme = "light", bypassCSP = false } = options;
  const { page, giveBack } = await takeTab({ browser, url, bypassCSP });
  await page.setViewportSize({ width, height });
  const reducedMotion = options.reducedMotion === false ? "no-preference" : "reduce";
  await page.emulateMedia({ colorScheme: theme, reducedMotion });
  const { faults, stop } = watch(page, url);
  const close = async () => {
    stop();
    await giveBack();
  };
  try {
    await page.goto(path);
    await settled(page);
  } catch (error) {
    await close();
    throw error;
  }
  return { page, faults, close };
}

/** Figures are shown: a heading stands, nothing is loading, fonts are in. */
export async function settled(page: Page): Promise<void> {
  await page.locator("main h1").first().waitFor();
  await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

function watch(page: Page, url: string): { readonly faults: string[]; stop(): void } {
  const faults: string[] = [];
  const onError = (error: Error) => faults.push(`script: ${error.message}`);
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
  };
  const onRequest = (request: Request) => {
    const own = request.url().startsWith(url) || /^(data|blob):/.test(request.url());
    if (!own) faults.push(`another host: ${request.url()}`);
  };
  const onResponse = (response: Response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  };
  page.on("pageerror", onError).on("console", onConsole).on("request", onRequest).on("response", onResponse);
  const stop = () => {
    page.off("pageerror", onError).off("console", onConsole).off("request", onRequest).off("response", onResponse);
  };
  return { faults, stop };
}
