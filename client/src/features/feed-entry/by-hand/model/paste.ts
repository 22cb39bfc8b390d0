import { ENTRY_STATUSES } from "@bochiso/shared/entry";
import { OBSERVATION_STATUS_WORDS } from "@bochiso/shared/i18n";
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

/** Drafts after a paste, and what it did: every count is told. */
export interface Pasted {
  readonly drafts: Record<string, EntryDraft>;
  readonly filled: number;
  /** Of those filled, cells in which something else stood. */
  readonly overwritten: number;
  /** Cells with something in them that stand beyond the grid. */
  readonly beyond: number;
  /** Cells with something in them that met a cell which takes nothing. */
  readonly locked: number;
}

/** Pastes a block with its first cell at `from`. An empty cell of it changes nothing: gaps of a table erase no figure. */
export function pasteBlock(work: {
  block: readonly (readonly string[])[];
  from: { readonly row: number; readonly column: EntryColumn };
  /** Keys of the cells of the grid, in the order on screen. */
  keys: readonly string[];
  /** Those that take nothing. */
  locked: ReadonlySet<string>;
  drafts: Readonly<Record<string, EntryDraft>>;
}): Pasted {
  const { block, from, keys, locked, drafts } = work;
  const next: Record<string, EntryDraft> = { ...drafts };
  const first = COLUMNS.indexOf(from.column);
  let [filled, overwritten, beyond, closed] = [0, 0, 0, 0];
  for (const [down, cells] of block.entries()) {
    const key = keys[from.row + down];
    for (const [right, cell] of cells.entries()) {
      const column = COLUMNS[first + right];
      const text = cell.trim();
      if (text === "") continue;
      if (key === undefined || column === undefined) {
        beyond += 1;
        continue;
      }
      if (locked.has(key)) {
        closed += 1;
        continue;
      }
      const before = next[key] ?? NO_DRAFT;
      const after = changed(before, column, text);
      filled += 1;
      if (before[column] !== "" && before[column] !== after[column]) overwritten += 1;
      next[key] = after;
    }
  }
  return { drafts: next, filled, overwritten, beyond, locked: closed };
}

/** `P`, `p sơ bộ` and `Sơ bộ` are one status; none for what is no status. */
function statusOf(text: string): string | undefined {
  const letter = /^[a-z](?=$|[\s–:.-])/i.exec(text)?.[0].toUpperCase();
  const word = text.normalize("NFC").toLowerCase();
  return ENTRY_STATUSES.find((it) => {
    const { vi, en } = OBSERVATION_STATUS_WORDS[it];
    return it === letter || word === vi || word === en;
  });
}

function changed(draft: EntryDraft, column: EntryColumn, text: string): EntryDraft {
  if (column === "typed") return { ...draft, typed: text, chosen: null };
  if (column === "note") return { ...draft, note: text };
  const status = statusOf(text);
  return status === undefined ? draft : { ...draft, status };
}
