import type { Browser, BrowserContext, Page } from "playwright-core";

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

/** A browser window of its own (no cookies, cache or storage shared) with what went wrong in it. */
export interface Window {
  readonly page: Page;
  /** Errors of scripts and of the console, breaches of the content policy, requests to other hosts, failed answers. */
  readonly faults: string[];
  close(): Promise<void>;
}

const REPORT_BREACHES = `addEventListener("securitypolicyviolation", (event) => {
  console.error("content policy: " + event.violatedDirective + " " + event.blockedURI + " " + event.sample);
});`;

/** Opens a path of the product and waits until the first figures stand on it. */
export async function openWindow(options: WindowOptions): Promise<Window> {
  const { browser, url, path, width = 1440, height = 900, theme = "light", bypassCSP = false } = options;
  const context = await browser.newContext({
    baseURL: url,
    bypassCSP,
    viewport: { width, height },
    colorScheme: theme,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    reducedMotion: options.reducedMotion === false ? "no-preference" : "reduce",
  });
  await context.addInitScript(REPORT_BREACHES);
  const page = await context.newPage();
  const faults = watch(page, url);
  await page.goto(path);
  await settled(page);
  return { page, faults, close: () => closeAll(context) };
}

/** Figures are shown: a heading stands, nothing is loading, fonts are in. */
export async function settled(page: Page): Promise<void> {
  await page.locator("main h1").first().waitFor();
  await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

function watch(page: Page, url: string): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const own = request.url().startsWith(url) || /^(data|blob):/.test(request.url());
    if (!own) faults.push(`another host: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}

async function closeAll(context: BrowserContext): Promise<void> {
  await context.close();
}
