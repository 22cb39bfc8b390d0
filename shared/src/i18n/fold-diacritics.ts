/** Text for search: lower case without Vietnamese marks, đ as d. "Đắk Lắk" and "dak lak" fold to one text. */
export function foldDiacritics(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d");
}
