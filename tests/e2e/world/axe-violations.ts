import axe from "axe-core";
import type { Page } from "playwright-core";
import { z } from "zod";

const Violations = z.array(
  z.object({
    id: z.string(),
    impact: z.string().nullish(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

/** The only rules of WCAG A and AA that a theme can break: another theme of the same page need not be asked the others. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

interface Asked {
  /** A part of the page, as a selector; the whole page when left out. */
  readonly within?: string;
  readonly rules?: "all" | "of colours";
}

/** What axe finds against WCAG 2.2 A and AA and the best practices, in few words. */
export async function violationsOf(page: Page, { within = "html", rules = "all" }: Asked = {}): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const options = { resultTypes: ["violations"], ...(rules === "all" ? {} : { runOnly: OF_COLOURS }) };
  const asked = `axe.run(${JSON.stringify(within)}, ${JSON.stringify(options)}).then(({ violations }) => violations)`;
  return Violations.parse(await page.evaluate(asked)).flatMap(({ id, impact, nodes }) =>
    nodes
      .slice(0, 3)
      .map((node) => `${id} (${impact}): ${node.html.slice(0, 200)} ${node.failureSummary?.slice(0, 300) ?? ""}`),
  );
}

/**
 * Asks a page at 390 and 1440 px in both themes and gives what was found by window, nothing where all is well. Each
 * width is asked every rule in the light theme, and those of colours in the dark one.
 */
export async function violationsInWindows(page: Page, within?: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    Object.assign(found, await violationsInThemes(page, { width, ...(within === undefined ? {} : { within }) }));
  }
  return found;
}

/** As `violationsInWindows`, at the width the window has. */
export async function violationsInThemes(
  page: Page,
  { width, within = "html" }: { width: number; within?: string },
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [theme, rules] of [
    ["light", "all"],
    ["dark", "of colours"],
  ] as const) {
    await page.emulateMedia({ colorScheme: theme });
    const violations = await violationsOf(page, { within, rules });
    if (violations.length > 0) found[`${width} px, ${theme}`] = violations;
  }
  return found;
}
