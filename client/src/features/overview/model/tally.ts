import { STATUS_SHAPES, type StatusShape } from "@bochiso/shared/i18n";
import type { CardModel, ProgressStatus } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { type StatusView, shownStatus, statusView } from "../../card/index.ts";
import { overviewWords } from "../words.ts";

/** A status, or several of one shape, with how many have it. */
export interface TallyRow {
  status: StatusView;
  count: number;
  /** The words behind a row of several: "13 vượt tiến độ, 51 đúng tiến độ"; null where the row has one word of its own. */
  detail: string | null;
}

interface StatusCount {
  status: ProgressStatus;
  count: number;
}

/** One row for the words of a shape: its own word where there is one, else that of the shape. */
function rowOf(shape: StatusShape, counts: readonly StatusCount[], language: Language): TallyRow {
  const count = counts.reduce((sum, each) => sum + each.count, 0);
  const [only] = counts;
  if (counts.length === 1 && only !== undefined)
    return { status: statusView(only.status, language), count, detail: null };
  const detail = counts
    .map((each) => `${each.count} ${statusView(each.status, language).word.toLowerCase()}`)
    .join(", ");
  return { status: { shape, word: overviewWords[language].shapes[shape] }, count, detail };
}

/** Counts by status as they are read: attained, behind, at risk, without a status; at most one row for each shape. */
export function tallyCounts(counts: readonly StatusCount[], language: Language): TallyRow[] {
  const there = counts.filter(({ count }) => count > 0);
  return STATUS_SHAPES.flatMap((shape) => {
    const of = there.filter(({ status }) => statusView(status, language).shape === shape);
    return of.length === 0 ? [] : [rowOf(shape, of, language)];
  });
}

/** How many headline cards have each status; what no card has is left out. */
export function tally(cards: readonly CardModel[], language: Language): TallyRow[] {
  const counts = new Map<ProgressStatus, number>();
  for (const card of cards) {
    const status = shownStatus(card);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return tallyCounts(
    [...counts].map(([status, count]) => ({ status, count })),
    language,
  );
}
