import { foldDiacritics } from "@bochiso/shared/i18n";

/** What a search found: as it was typed, and under it what has other diacritics. */
export interface Found<T> {
  readonly found: readonly T[];
  readonly near: readonly T[];
}

/**
 * Items whose text has every word of the query, whole words before parts of words. Diacritics that were typed count: "lợn"
 * finds lợn, and only nearly "hài lòng". A query without any is matched folded; an empty one finds all.
 */
export function findText<T>(items: readonly T[], query: string, textOf: (item: T) => string): Found<T> {
  const typed = marked(query);
  const folded = foldDiacritics(query);
  const like = ranked(items, folded, (item) => foldDiacritics(textOf(item)));
  if (typed === folded) return { found: like, near: [] };
  const same = ranked(items, typed, (item) => marked(textOf(item)));
  const seen = new Set(same);
  return { found: same, near: like.filter((item) => !seen.has(item)) };
}

function marked(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

function ranked<T>(items: readonly T[], query: string, textOf: (item: T) => string): T[] {
  const words = query.split(/\s+/).filter((word) => word !== "");
  const found = items
    .map((item) => ({ item, text: textOf(item) }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ item, text }) => ({ item, isWhole: hasWords(text, words) }));
  return [...found.filter(({ isWhole }) => isWhole), ...found.filter(({ isWhole }) => !isWhole)].map(
    ({ item }) => item,
  );
}

function hasWords(text: string, words: readonly string[]): boolean {
  const own = new Set(text.split(/[^\p{L}\p{N}]+/u));
  return words.every((word) => own.has(word));
}
