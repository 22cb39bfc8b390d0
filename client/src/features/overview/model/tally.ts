import type { CardModel, ProgressStatus } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { type StatusView, shownStatus, statusView } from "../../card/index.ts";

/** Good first, worst before the ones without a status, as they are read. */
const ORDER: readonly ProgressStatus[] = [
  "ahead",
  "on-track",
  "exceeded",
  "met",
  "within",
  "behind",
  "near-limit",
  "at-risk",
  "not-met",
  "over-limit",
  "not-yet-assessed",
  "not-assessed",
];

export interface TallyRow {
  status: StatusView;
  count: number;
}

/** How many headline cards have each status word; words that no card has are left out. */
export function tally(cards: readonly CardModel[], language: Language): TallyRow[] {
  const counts = new Map<ProgressStatus, number>();
  for (const card of cards) {
    const status = shownStatus(card);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return ORDER.flatMap((status) => {
    const count = counts.get(status);
    return count === undefined ? [] : [{ status: statusView(status, language), count }];
  });
}
