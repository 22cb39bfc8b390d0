import type { NewestByWay } from "@bochiso/db/repositories/submissions";

/** A refusal as far as it tells whether it was mended. */
interface Refused {
  readonly feed: string;
  readonly keyId: string | null;
  readonly lastAt: string;
}

/**
 * When what was refused was mended: the newest submission that came the same way (by the same key, or by hand) was stored after
 * it. Null: it still stands. Whether everything that is due has come is told by what is overdue, not by this.
 */
export function mendedSince(newest: readonly NewestByWay[]): (refused: Refused) => string | null {
  const byWay = new Map(newest.map(({ feed, keyId, at }) => [wayOf(feed, keyId), at]));
  return ({ feed, keyId, lastAt }) => {
    const at = byWay.get(wayOf(feed, keyId));
    return at !== undefined && at > lastAt ? at : null;
  };
}

function wayOf(feed: string, keyId: string | null): string {
  return `${feed}\n${keyId ?? ""}`;
}
