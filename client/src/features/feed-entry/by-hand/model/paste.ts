import { ENTRY_STATUSES } from "@bochiso/shared/entry";
import { type EntryDraft, NO_DRAFT } from "./entry-draft.ts";

/** Columns of the grid that can be typed into, from left to right. */
export const COLUMNS = ["typed", "status", "note"] as const;
export type EntryColumn = (typeof COLUMNS)[number];

/** A block of a clipboard as rows of cells; null where it is one cell, which the field takes by itself. */
export function pastedBlock(text: string): string[][] | null {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  const block = lines.map((line) => line.split("\t").map(unquoted));
  return block.length === 1 && block[0]?.length === 1 ? null : block;
}

/** Spreadsheets put cells with quotes or line breaks into quotes. */
function unquoted(cell: string): string {
  return /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/**
 * Drafts after a block is pasted with its first cell at `from`. Cells of the block that stand beyond the grid are counted,
 * not dropped in silence.
 */
export function pasteBlock(work: {
  block: readonly (readonly string[])[];
  from: { readonly row: number; readonly column: EntryColumn };
  /** Keys of the cells of the grid, in the order on screen. */
  keys: readonly string[];
  drafts: Readonly<Record<string, EntryDraft>>;
}): { drafts: Record<string, EntryDraft>; beyond: number } {
  const { block, from, keys, drafts } = work;
  const next: Record<string, EntryDraft> = { ...drafts };
  const first = COLUMNS.indexOf(from.column);
  let beyond = 0;
  for (const [down, cells] of block.entries()) {
    const key = keys[from.row + down];
    for (const [right, cell] of cells.entries()) {
      const column = COLUMNS[first + right];
      if (key === undefined || column === undefined) {
        if (cell.trim() !== "") beyond += 1;
        continue;
      }
      next[key] = changed(next[key] ?? NO_DRAFT, column, cell.trim());
    }
  }
  return { drafts: next, beyond };
}

function changed(draft: EntryDraft, column: EntryColumn, text: string): EntryDraft {
  if (column === "typed") return { ...draft, typed: text, chosen: null };
  if (column === "note") return { ...draft, note: text };
  const status = ENTRY_STATUSES.find((it) => it === text.slice(0, 1).toUpperCase());
  return { ...draft, status: status ?? "" };
}
