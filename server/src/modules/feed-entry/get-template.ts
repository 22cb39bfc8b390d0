import type { EntryTemplate, EntryTemplateInput } from "@bochiso/shared/entry";
import { writeTemplate } from "../../file-drop/write-template.ts";
import type { EntryDeps } from "./entry-deps.ts";
import { getEntryGrid } from "./get-grid.ts";

/** The template of a feed for a period as a spreadsheet. Throws as `getEntryGrid`. */
export async function getTemplate(deps: EntryDeps, { feed, period }: EntryTemplateInput): Promise<EntryTemplate> {
  const grid = await getEntryGrid(deps, { feed, period });
  const bytes = writeTemplate(grid, deps.clock.now().toISOString());
  const fileName = `mau-${feed}-${grid.period.id}.xlsx`.replaceAll(/[^\w.-]+/g, "_");
  return { fileName, content: Buffer.from(bytes).toString("base64") };
}
