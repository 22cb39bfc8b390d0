import type { Feed } from "@bochiso/db/repositories/feeds";
import type { ReadTx } from "@bochiso/db/store";
import { type BuiltStrip, buildStrip, STRIP_LENGTH } from "@bochiso/shared/feed";
import { PeriodType } from "@bochiso/shared/period";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { DeliveryStart } from "../../feeds/delivery-start.ts";
import { dueRuleOf } from "../../feeds/due-rule-of.ts";
import { readDeliveries } from "../../feeds/read-deliveries.ts";

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
  const only = feeds.length === 1 ? feeds[0]?.code : undefined;
  const sentBy = await readDeliveries(tx, { feed: only, now, periods: STRIP_LENGTH });
  const ever = Map.groupBy(sentBy.ever, ({ feed }) => feed);
  const delivered = Map.groupBy(sentBy.deliveries, ({ feed, periodType }) => `${feed} ${periodType}`);
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
            deliveries: delivered.get(`${feed.code} ${periodType}`) ?? [],
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
