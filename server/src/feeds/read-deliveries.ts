import {
  type Delivery,
  type EverDelivered,
  everDelivered,
  listDeliveries,
  type PendingDeliveries,
  pendingDeliveries,
} from "@bochiso/db/repositories/feeds";
import type { ReadTx } from "@bochiso/db/store";
import { periodAt } from "@bochiso/shared/period";

/** What feeds sent: which indicators ever, and what came of their last periods. */
export interface SentByFeeds {
  readonly ever: readonly EverDelivered[];
  readonly deliveries: readonly Delivery[];
}

/**
 * What feeds (all where none is named) delivered for their last periods, and what waits for sign-off: that was sent, although
 * it is not in force. `now` as an ISO instant.
 */
export async function readDeliveries(
  tx: ReadTx,
  { feed, now, periods }: { readonly feed?: string | undefined; readonly now: string; readonly periods: number },
): Promise<SentByFeeds> {
  const only = feed === undefined ? {} : { feed };
  const pending = await pendingDeliveries(tx, feed);
  const ever = withPendingIndicators(await everDelivered(tx, feed), pending);
  const deliveries: Delivery[] = [];
  for (const periodType of new Set(ever.map((it) => it.periodType))) {
    const from = periodAt(periodType, Date.parse(now)).ordinal - periods;
    deliveries.push(...(await listDeliveries(tx, { ...only, periodType, from })));
  }
  return { ever, deliveries: withPending(deliveries, pending) };
}

function withPendingIndicators(ever: readonly EverDelivered[], pending: readonly PendingDeliveries[]): EverDelivered[] {
  const known = new Map(ever.map((it) => [`${it.feed} ${it.periodType} ${it.indicator}`, it]));
  for (const { feed, deliveries } of pending) {
    for (const { periodType, indicator, ordinal } of deliveries) {
      const key = `${feed} ${periodType} ${indicator}`;
      const since = Math.min(ordinal, known.get(key)?.since ?? ordinal);
      known.set(key, { feed, periodType, indicator, since });
    }
  }
  return [...known.values()];
}

/** Of what waits, the first that was sent for a period nothing is in force of: two of the same cells are counted once. */
function withPending(deliveries: readonly Delivery[], pending: readonly PendingDeliveries[]): Delivery[] {
  const keyOf = (feed: string, it: Pick<Delivery, "periodType" | "indicator" | "ordinal">): string =>
    `${feed} ${it.periodType} ${it.indicator} ${it.ordinal}`;
  const known = new Map(deliveries.map((it) => [keyOf(it.feed, it), it]));
  for (const { feed, receivedAt, deliveries: held } of pending) {
    for (const it of held) {
      const key = keyOf(feed, it);
      if (!known.has(key)) known.set(key, { ...it, feed, firstAt: receivedAt, lastAt: receivedAt, replayed: 0 });
    }
  }
  return [...known.values()];
}
