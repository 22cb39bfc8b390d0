import { foldDiacritics } from "@bochiso/shared/i18n";

/** Whether every word of the query occurs in the text, diacritics folded on both sides: "dak lak" finds Đắk Lắk. */
export function matchesFolded(text: string, query: string): boolean {
  const folded = foldDiacritics(text);
  return foldDiacritics(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
