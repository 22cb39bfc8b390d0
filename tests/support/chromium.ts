import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const CANDIDATES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"] as const;

/** Nothing may leave the machine, and first-run dialogs would change what a test sees. */
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] as const;

export interface ChromiumOptions {
  /** Further command line flags, such as `--force-prefers-reduced-motion`. */
  readonly flags?: readonly string[];
}

/** Path of the browser: `BOCHISO_CHROMIUM`, else Debian's. */
export function chromiumPath(env: NodeJS.ProcessEnv = process.env): string {
  const found = [env["BOCHISO_CHROMIUM"], ...CANDIDATES].find((path) => path !== undefined && existsSync(path));
  if (!found) {
    throw new Error(
      "Chromium is not installed. On Debian: apt-get install chromium (or set BOCHISO_CHROMIUM to its path).",
    );
  }
  return found;
}

/** Starts a headless browser; the caller closes it. A context that runs axe under the CSP needs `bypassCSP: true`. */
export function launchChromium({ flags = [] }: ChromiumOptions = {}): Promise<Browser> {
  // Chromium's own sandbox refuses to run as root.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: chromiumPath(), headless: true, args: [...FLAGS, ...sandbox, ...flags] });
}
