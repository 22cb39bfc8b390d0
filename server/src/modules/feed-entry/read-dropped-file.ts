import type { FileReadInput, FileReading } from "@bochiso/shared/entry";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { FileCatalogue } from "../../file-drop/file-catalogue.ts";
import { readInThread } from "../../file-drop/read-in-thread.ts";
import type { EntryDeps } from "./entry-deps.ts";
import { fixedChoices, knownNames } from "./known-names.ts";
import { requireAccepting } from "./require-accepting.ts";

/** Reads a dropped file in a thread of its own; nothing is stored. Throws `feed-unknown`, `file-unreadable`, `file-too-large`. */
export async function readDroppedFile(
  deps: EntryDeps,
  { feed, name, content, ...said }: FileReadInput,
): Promise<FileReading> {
  await requireAccepting(deps, feed);
  const now = deps.clock.now().toISOString();
  const catalogue = await deps.store.read(async (tx) => fileCatalogue(await deps.catalogue.current(tx), feed, now));
  const bytes = new Uint8Array(Buffer.from(content, "base64"));
  const { decimalMark = null, mapping = null, headingsAt = null } = said;
  return await readInThread({ feed, name, bytes, catalogue, decimalMark, mapping, headingsAt });
}

function fileCatalogue(current: Catalogue, feed: string, now: string): FileCatalogue {
  const { definitions, dimensions, units } = current;
  const all = [...definitions.values()];
  return {
    dimensions: new Map([...dimensions.keys()].map((id) => [id.toLowerCase(), id])),
    periodTypes: new Map(all.map(({ code, periodType }) => [String(code), periodType])),
    percents: new Set(all.filter(({ unit }) => units.get(unit)?.name.vi === "%").map(({ code }) => String(code))),
    units: new Map(all.map(({ code, unit }) => [String(code), units.get(unit)?.name ?? { vi: unit, en: unit }])),
    names: knownNames(current, feed, now),
    choices: fixedChoices(current, feed, now),
  };
}
