import { checkEntry } from "./check-entry.ts";
import type { SaveDeps } from "./entry-deps.ts";
import type { FeedEntryServices } from "./feed-entry-services.ts";
import { getEntryGrid } from "./get-grid.ts";
import { getTemplate } from "./get-template.ts";
import { readDroppedFile } from "./read-dropped-file.ts";
import { saveEntry } from "./save-entry.ts";

/** Entry by hand and files over the store and the writer of an instance. */
export function createFeedEntryServices(deps: SaveDeps): FeedEntryServices {
  return {
    grid: (input) => getEntryGrid(deps, input),
    template: (input) => getTemplate(deps, input),
    readFile: (input) => readDroppedFile(deps, input),
    check: (input) => checkEntry(deps, input),
    save: (input) => saveEntry(deps, input),
  };
}
