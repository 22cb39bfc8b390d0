import type { Browser, CDPSession, Page } from "playwright-core";

/** A tab with nothing in it: no storage, no history, nothing that runs on. */
export interface Tab {
  readonly page: Page;
  /** Empties it for the next window, or closes it where that cannot be done. */
  giveBack(): Promise<void>;
}

interface TabOptions {
  readonly browser: Browser;
  readonly url: string;
  readonly bypassCSP: boolean;
}

/** A document without a script, at the address whose storage is cleared. */
const EMPTY = "/favicon.svg";
const REPORT_BREACHES = `addEventListener("securitypolicyviolation", (event) => {
  console.error("content policy: " + event.violatedDirective + " " + event.blockedURI + " " + event.sample);
});`;

const idle = new WeakMap<Browser, Map<string, Tab[]>>();

/**
 * A tab that an earlier window gave back, else a new one. A new one has a profile, a process and every script compiled
 * for itself, which is twice the work of the page in it.
 */
export async function takeTab(options: TabOptions): Promise<Tab> {
  return idleTabs(options).pop() ?? (await openTab(options));
}

/** Closes the tabs of a system that ends. */
export async function closeTabs(browser: Browser, url: string): Promise<void> {
  const tabs = [true, false].flatMap((bypassCSP) => idleTabs({ browser, url, bypassCSP }).splice(0));
  await Promise.all(tabs.map(({ page }) => page.context().close()));
}

function idleTabs({ browser, url, bypassCSP }: TabOptions): Tab[] {
  const ofBrowser = idle.get(browser) ?? new Map<string, Tab[]>();
  idle.set(browser, ofBrowser);
  const key = `${bypassCSP} ${url}`;
  const tabs = ofBrowser.get(key) ?? [];
  ofBrowser.set(key, tabs);
  return tabs;
}

async function openTab(options: TabOptions): Promise<Tab> {
  const { browser, url, bypassCSP } = options;
  const context = await browser.newContext({
    baseURL: url,
    bypassCSP,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
  });
  await context.addInitScript(REPORT_BREACHES);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const tab: Tab = {
    page,
    giveBack: async () => {
      try {
        await empty(page, { session, url });
        idleTabs(options).push(tab);
      } catch {
        await context.close();
      }
    },
  };
  return tab;
}

async function empty(page: Page, { session, url }: { session: CDPSession; url: string }): Promise<void> {
  await page.goto(EMPTY);
  await page.evaluate(() => sessionStorage.clear());
  await session.send("Storage.clearDataForOrigin", { origin: url, storageTypes: "all" });
  await session.send("Page.resetNavigationHistory");
}
