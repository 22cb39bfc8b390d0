import type { TableStatus } from "@bochiso/shared/entry";

/** `hiệp ước`, `công ước`, `quy ước` and the like estimate nothing. */
const ESTIMATED =
  /(?<![\p{L}])(?<!(?:hiệp|công|quy|giao|khế|mơ)\s+)ước(?!\s+(?:mơ|lệ|vọng))(?![\p{L}])|\bestimated?\b/iu;
const PRELIMINARY = /(?<![\p{L}])sơ\s+bộ(?![\p{L}])|\bpreliminary\b/iu;
const FINAL = /(?<![\p{L}])chính\s+thức(?![\p{L}])|\bfinal\b/iu;
/** What a note says that says the status and nothing else. */
const ALONE = /^\(?\s*\*?\s*(?:số(?:\s+liệu)?\s+)?(ước(?:\s+(?:tính|thực\s+hiện|th))?|sơ\s+bộ)\s*\.?\s*\)?$/iu;

/** The status that a heading or a title tells of its figures; null where it tells none, or several. */
export function statusSuggested(text: string): TableStatus | null {
  const plain = text.normalize("NFC");
  const told = (
    [
      ["E", ESTIMATED],
      ["P", PRELIMINARY],
      ["A", FINAL],
    ] as const
  ).filter(([, pattern]) => pattern.test(plain));
  return told.length === 1 ? (told[0]?.[0] ?? null) : null;
}

/** The status of a line whose note is nothing but that. */
export function statusOfNote(note: string | undefined): TableStatus | undefined {
  const word = ALONE.exec(note?.normalize("NFC").trim() ?? "")?.[1];
  if (word === undefined) return undefined;
  return /^ước/iu.test(word) ? "E" : "P";
}
