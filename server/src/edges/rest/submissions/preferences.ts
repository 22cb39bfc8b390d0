import { KNOWN_PREFERENCES } from "../../../ingestion/known-preferences.ts";

/** What the sender of a submission prefers (RFC 7240). */
export interface Preferences {
  readonly handling: "strict" | "lenient";
  /** Asked for and not understood, as written: RFC 7240 has them ignored, and the answer says that they were. */
  readonly unknown: readonly string[];
}

/** Unknown preferences that are told, and characters of each. */
const MOST_TOLD = 10;
const MOST_CHARS = 100;
/** Characters of the header that are looked at: the patterns below must not be given any length to try. */
const MOST_READ = 2_000;

/** What stands between commas that are not between quotes. */
const PREFERENCES = /(?:"(?:[^"\\]|\\.)*"|[^,])+/g;
/** Name and value, before any parameters. */
const NAME_AND_VALUE = /^([^\s=;"]+)(?:\s*=\s*(?:"([^"]*)"|([^\s;"]+)))?\s*(?:;.*)?$/;

/** Reads `Prefer`; without `handling` all rows or none are stored. Of a preference that comes twice the first counts. */
export function readPreferences(header: string | readonly string[] | undefined): Preferences {
  const first = new Map<string, string>();
  const written = [header ?? ""].flat().join(",").slice(0, MOST_READ).match(PREFERENCES) ?? [];
  for (const text of written.map((it) => it.trim())) {
    const name = nameAndValue(text).split("=")[0] ?? "";
    if (text !== "" && !first.has(name)) first.set(name, text);
  }
  let handling: Preferences["handling"] = "strict";
  const unknown: string[] = [];
  for (const text of first.values()) {
    const asked = nameAndValue(text);
    if (isKnown(asked)) handling = KNOWN_PREFERENCES[asked];
    else unknown.push(text.slice(0, MOST_CHARS));
  }
  return { handling, unknown: unknown.slice(0, MOST_TOLD) };
}

function nameAndValue(text: string): string {
  const [, name = text, quoted, token] = NAME_AND_VALUE.exec(text) ?? [];
  const value = quoted ?? token;
  return (value === undefined ? name : `${name}=${value}`).toLowerCase();
}

function isKnown(asked: string): asked is keyof typeof KNOWN_PREFERENCES {
  return Object.hasOwn(KNOWN_PREFERENCES, asked);
}
