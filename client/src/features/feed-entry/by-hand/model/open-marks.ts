import type { EntryCell, EntryReading } from "@bochiso/shared/entry";
import { type EntryDraft, readDraft } from "./entry-draft.ts";

/** A cell with a number of two meanings. */
interface OpenCell {
  readonly key: string;
  /** As thousands, as decimals. */
  readonly readings: readonly [EntryReading, EntryReading];
}

/** Numbers of two meanings with one mark: what it means is asked once for all of them. */
export interface OpenMark {
  readonly mark: "." | ",";
  readonly example: string;
  readonly cells: readonly OpenCell[];
  /** Which reading lies nearer to what is stored beside most of the cells; null where nothing tells. */
  readonly likely: 0 | 1 | null;
}

interface Typed {
  readonly key: string;
  readonly cell: EntryCell;
  readonly draft: EntryDraft;
}

/** The open marks among what is typed, each once. */
export function openMarks(typed: readonly Typed[]): OpenMark[] {
  const open = typed.flatMap(({ key, cell, draft }) => {
    const entered = readDraft(cell, draft);
    if (entered.kind !== "ambiguous") return [];
    const { readings } = entered;
    return [{ key, readings, typed: draft.typed.trim(), nearer: nearerOf(cell, readings) }];
  });
  return ([".", ","] as const).flatMap((mark) => {
    const cells = open.filter((it) => it.typed.includes(mark));
    const [first] = cells;
    return first === undefined
      ? []
      : [{ mark, example: first.typed, cells, likely: mostly(cells.map((it) => it.nearer)) }];
  });
}

/** Drafts with the same reading chosen for every cell of a mark. */
export function withReading(
  drafts: Readonly<Record<string, EntryDraft>>,
  { cells }: OpenMark,
  reading: 0 | 1,
): Record<string, EntryDraft> {
  const next = { ...drafts };
  for (const { key, readings } of cells) {
    const draft = next[key];
    if (draft !== undefined) next[key] = { ...draft, chosen: readings[reading].text };
  }
  return next;
}

/** Beyond ten times, what is stored speaks for neither reading. */
const FARTHEST = Math.log(10);

/** By the order of magnitude of what is stored in the cell, or was before. */
function nearerOf(cell: EntryCell, readings: readonly [EntryReading, EntryReading]): 0 | 1 | null {
  const known = [cell.current, cell.previous, cell.yearAgo].map((it) => Number(it?.value ?? Number.NaN));
  const base = known.find((it) => Number.isFinite(it) && it !== 0);
  if (base === undefined) return null;
  const [whole = 0, decimal = 0] = readings.map(({ text }) => Math.abs(Math.log(Math.abs(Number(text) / base))));
  if (Math.min(whole, decimal) > FARTHEST) return null;
  return whole < decimal ? 0 : 1;
}

function mostly(votes: readonly (0 | 1 | null)[]): 0 | 1 | null {
  const count = (vote: 0 | 1): number => votes.filter((it) => it === vote).length;
  const [whole, decimal] = [count(0), count(1)];
  if (whole === decimal) return null;
  return whole > decimal ? 0 : 1;
}
