import type { OriginPair } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";

/** `coverage` is that of the newest such period, where the computed figure is a whole. */
export interface PairsWithout {
  reason: Text;
  count: number;
  coverage: { have: number; of: number } | null;
}

export interface SplitPairs {
  /** Periods with both figures as numbers, newest first. */
  both: OriginPair[];
  /** Periods whose computed figure could not be had, by the reason. */
  without: PairsWithout[];
}

/** Pairs that can be compared, and the others counted by reason: the same sentence twelve times says no more than once. */
export function splitPairs(pairs: readonly OriginPair[]): SplitPairs {
  const both = pairs.filter(({ computed }) => computed.kind === "number");
  const reasons = new Map<string, PairsWithout>();
  for (const { computed, reason, coverage = null } of pairs) {
    if (computed.kind === "number") continue;
    const known = reasons.get(reason.vi);
    reasons.set(reason.vi, { reason, count: (known?.count ?? 0) + 1, coverage: known?.coverage ?? coverage });
  }
  return { both, without: [...reasons.values()] };
}
