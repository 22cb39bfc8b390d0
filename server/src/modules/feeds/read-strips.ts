import { everDelivered, type Feed, listDeliveries } from "@bochiso/db/repositories/feeds";
import type { ReadTx } from "@bochiso/db/store";
import { type BuiltStrip, buildStrip, STRIP_LENGTH } from "@bochiso/shared/feed";
import { PeriodType, periodAt } from "@bochiso/shared/period";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { DeliveryStart } from "../../feeds/delivery-start.ts";
import { dueRuleOf, NO_HOLIDAYS } from "../../feeds/due-rule-of.ts";

/** The strips of each feed, that with the most indicators first. */
export async function readStrips(
  tx: ReadTx,
  question: {
    readonly catalogue: Catalogue;
    readonly feeds: readonly Feed[];
    readonly now: string;
    readonly start: DeliveryStart;
    readonly connected: ReadonlyMap<string, string | null>;
  },
): Promise<Map<string, BuiltStrip[]>> {
  const { catalogue, feeds, now, start, connected } = question;
  const only = feeds.length === 1 && feeds[0] !== undefined ? { feed: feeds[0].code } : {};
  const ever = Map.groupBy(await everDelivered(tx, only.feed), ({ feed }) => feed);
  const types = new Set([...ever.values()].flat().map(({ periodType }) => periodType));
  const delivered = new Map<PeriodType, Map<string, Awaited<ReturnType<typeof listDeliveries>>>>();
  for (const periodType of types) {
    const from = periodAt(periodType, Date.parse(now)).ordinal - STRIP_LENGTH;
    const rows = await listDeliveries(tx, { ...only, periodType, from });
    delivered.set(
      periodType,
      Map.groupBy(rows, ({ feed }) => feed),
    );
  }
  const scopes = catalogue.ownership.scopesAt(now);
  return new Map(
    feeds.map((feed) => {
      const owned = scopes.get(feed.code);
      const ofType = [...Map.groupBy(ever.get(feed.code) ?? [], ({ periodType }) => periodType)];
      const strips = ofType
        .sort(
          ([a, own], [b, other]) =>
            other.length - own.length || PeriodType.options.indexOf(a) - PeriodType.options.indexOf(b),
        )
        .map(([periodType, sent]) =>
          buildStrip({
            periodType,
            now,
            ...start,
            connectedSince: connected.get(feed.code) ?? null,
            holidays: NO_HOLIDAYS,
            deliveries: delivered.get(periodType)?.get(feed.code) ?? [],
            indicators: sent.map(({ indicator, since }) => {
              const definition = catalogue.definitions.get(indicator);
              const rule = definition === undefined ? null : dueRuleOf(feed, definition);
              return {
                code: indicator,
                since,
                rule,
                isOwned: definition !== undefined && (owned?.has(indicator) ?? false),
              };
            }),
          }),
        );
      return [feed.code, strips];
    }),
  );
}
