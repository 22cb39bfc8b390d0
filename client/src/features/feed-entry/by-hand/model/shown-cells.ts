import type { EntryCell } from "@bochiso/shared/entry";
import { foldDiacritics } from "@bochiso/shared/i18n";

export type EntryShow = "open" | "received" | "new" | "all";

const STATES: Readonly<Record<EntryShow, ReadonlySet<EntryCell["state"]>>> = {
  open: new Set(["missing", "not-yet-due"]),
  received: new Set(["received"]),
  new: new Set(["new"]),
  all: new Set(["missing", "not-yet-due", "received", "new"]),
};

/** The cells of a filter; one with something typed stays, whatever the filter. */
export function shownCells(
  cells: readonly EntryCell[],
  filter: { readonly show: EntryShow; readonly text: string; readonly hasDraft: (key: string) => boolean },
): EntryCell[] {
  const words = foldDiacritics(filter.text).split(/\s+/).filter(Boolean);
  return cells.filter((cell) => {
    if (filter.hasDraft(cell.key)) return true;
    if (!STATES[filter.show].has(cell.state)) return false;
    if (words.length === 0) return true;
    const folded = foldDiacritics(
      [cell.indicator, cell.indicatorName.vi, cell.indicatorName.en, cell.areaName.vi, cell.breakdownLabel?.vi].join(
        " ",
      ),
    );
    return words.every((word) => folded.includes(word));
  });
}

/** How many cells each filter shows. */
export function shownCounts(cells: readonly EntryCell[]): Record<EntryShow, number> {
  const count = (show: EntryShow): number => cells.filter(({ state }) => STATES[show].has(state)).length;
  return { open: count("open"), received: count("received"), new: count("new"), all: cells.length };
}

/** What is shown without a choice: what is open, unless nothing is. */
export function firstShow(cells: readonly EntryCell[]): EntryShow {
  const counts = shownCounts(cells);
  if (counts.open > 0) return "open";
  return counts.received === 0 && counts.new > 0 ? "new" : "all";
}
