import { DomainError } from "@bochiso/shared/errors";
import type { ExpectedInput, ExpectedLine, FeedExpectation, NamedArea } from "@bochiso/shared/feed";
import { type Period, parsePeriod } from "@bochiso/shared/period";
import { feedUnknown } from "../../auth/create-key.ts";
import { connectedSince } from "../../feeds/connected-since.ts";
import { type ExpectedIndicator, expectedOf } from "../../feeds/expected-of.ts";
import type { FeedDeps } from "./feed-deps.ts";

/** What stands first: the steward looks for what is missing. */
const RANK = { missing: 0, partial: 1, "not-yet-due": 2, "not-connected": 3, received: 4 } as const satisfies Record<
  ExpectedLine["state"],
  number
>;

/** What a feed owes for a period, what is missing first. Throws `feed-unknown`, `period-malformed`. */
export async function getExpected(
  { store, catalogue: cache, clock }: FeedDeps,
  { feed, period }: ExpectedInput,
): Promise<FeedExpectation> {
  const now = clock.now().toISOString();
  return await store.read(async (tx) => {
    const catalogue = await cache.current(tx);
    const known = catalogue.feeds.get(feed);
    if (known === undefined) throw feedUnknown(feed);
    const since = (await connectedSince(tx, [known])).get(feed) ?? null;
    const nameOf = (code: string) => catalogue.definitions.get(code)?.name ?? { vi: code, en: code };
    const area = (code: string): NamedArea => ({
      code,
      name: catalogue.areas.get(code)?.name ?? { vi: code, en: code },
    });
    const expected = await expectedOf({ tx, catalogue, feed, period: periodOf(period), now });
    return {
      feed,
      period,
      lines: expected
        .filter(isExpected)
        .map(
          ({ indicator, dueAt, state, received, missing }): ExpectedLine => ({
            indicator,
            indicatorName: nameOf(indicator),
            dueAt,
            state: isOwed({ state, dueAt }, since) ? state : "not-connected",
            received: received.length,
            missing: missing.map(area),
          }),
        )
        .sort((a, b) => RANK[a.state] - RANK[b.state] || (a.indicator < b.indicator ? -1 : 1)),
      neverSent: expected
        .filter((it) => !isExpected(it))
        .map(({ indicator }) => ({ code: indicator, name: nameOf(indicator) })),
    };
  });
}

function periodOf(id: string): Period {
  const parsed = parsePeriod(id);
  if (parsed.ok) return parsed.period;
  throw new DomainError(parsed.code, { got: id }, parsed.reason);
}

/** As the strips judge: what came stands, and what was due before the feed sent anything itself is not asked of it. */
function isOwed({ state, dueAt }: Pick<ExpectedIndicator, "state" | "dueAt">, since: string | null): boolean {
  return state === "received" || dueAt === null || (since !== null && dueAt >= since);
}

/** As the strips count: an indicator is expected once it has ever come. */
function isExpected(it: ExpectedIndicator): it is ExpectedOnce {
  return it.everSent && it.state !== "never-sent";
}

type ExpectedOnce = ExpectedIndicator & { readonly state: Exclude<ExpectedIndicator["state"], "never-sent"> };
