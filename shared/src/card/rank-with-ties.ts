import { roundHalfAway } from "../formula/arithmetic.ts";
import { figureDecimals } from "../i18n/format-figure.ts";

/** Something to rank; `shown` is the value as people see it (already in the display unit). */
export interface Rankable<K extends string> {
  key: K;
  shown: number;
}

/**
 * Competition ranks (1, 2, 2, 4) by key. Values that read the same at `decimals` share a rank: nobody can be asked
 * to see a difference that is not printed. `order` "descending" puts the largest first.
 */
export function rankWithTies<K extends string>(
  items: readonly Rankable<K>[],
  order: "ascending" | "descending",
  decimals: number,
): Map<K, number> {
  const sign = order === "ascending" ? 1 : -1;
  const read = (shown: number): number => roundHalfAway(shown, figureDecimals(shown, decimals)) + 0;
  const rounded = items.map(({ key, shown }) => ({ key, at: read(shown) }));
  rounded.sort((a, b) => sign * (a.at - b.at));
  const ranks = new Map<K, number>();
  let rank = 0;
  rounded.forEach((item, index) => {
    if (index === 0 || item.at !== rounded[index - 1]?.at) rank = index + 1;
    ranks.set(item.key, rank);
  });
  return ranks;
}
