/** Text for searching: lower case, without diacritics, đ as d. "Đắk Lắk" → "dak lak". */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "d")
    .toLowerCase()
    .trim();
}

/** Whether every word of the query occurs in the text, diacritics folded on both sides. */
export function matchesFolded(text: string, query: string): boolean {
  const folded = foldText(text);
  return foldText(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
