import { signatureKeysOf } from "@bochiso/db/repositories/intake";
import { latestPeriods, readRanges } from "@bochiso/db/repositories/observations";
import { findSeries, type Series } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import type { ExampleRow, FeedExample } from "@bochiso/shared/feed";
import { periodAt, periodEnd, periodId, shiftPeriod } from "@bochiso/shared/period";
import { feedUnknown } from "../../auth/create-key.ts";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { entrySubmission } from "../../file-drop/entry-submission.ts";
import { breakdownOf, expectedCells, ownDefinitions } from "../../file-drop/expected-cells.ts";
import { scopeHoldsArea } from "../../ingestion/reference.ts";
import { newId } from "../../platform/ids.ts";
import type { FeedDeps } from "./feed-deps.ts";

/** Series looked through for newest values, and rows tried before there is said to be none. */
const LOOKED_AT = { series: 2_000, tried: 5 };

interface Question {
  readonly tx: ReadTx;
  readonly catalogue: Catalogue;
  readonly feed: string;
  readonly now: Date;
}

/**
 * A row that the feed may send now, tried without storing it: a newest value of its own again, which changes nothing; of a
 * feed without any, that a figure of the last period is missing. Throws `feed-unknown`.
 */
export async function getExample(deps: FeedDeps, { feed: code }: { feed: string }): Promise<FeedExample> {
  const { store, catalogue: cache, clock } = deps;
  const now = clock.now();
  const { feed, rows, needsSignature } = await store.read(async (tx) => {
    const catalogue = await cache.current(tx);
    const found = catalogue.feeds.get(code);
    if (found === undefined) throw feedUnknown(code);
    const question = { tx, catalogue, feed: code, now };
    const signatureKeys = await signatureKeysOf(tx, code);
    return {
      feed: found,
      rows: [...(await newestSent(question)), ...(await neverSent(question))].slice(0, LOOKED_AT.tried),
      needsSignature: signatureKeys.some(({ required }) => required),
    };
  });
  const accepts = feed.active && !feed.barred;
  const row = accepts ? await firstSound(deps, code, rows) : (rows[0] ?? null);
  return { row, accepts, needsDigest: feed.requireDigest, needsSignature };
}

async function firstSound(
  { writer, clock }: FeedDeps,
  feed: string,
  rows: readonly ExampleRow[],
): Promise<ExampleRow | null> {
  for (const row of rows) {
    const handedIn = { feed, rows: [row], document: null, actor: "check", at: clock.now().toISOString() };
    const submission = entrySubmission({ ...handedIn, idempotencyKey: `example-${newId(clock)}` });
    const output = await writer.execute({ name: "ingest-submission", input: { ...submission, dryRun: true } });
    if (output.kind === "checked" && output.check.errorCount === 0) return row;
  }
  return null;
}

/** The newest value of each indicator that was sent before and is the feed's own now, of the latest periods first. */
async function newestSent({ tx, catalogue, feed, now }: Question): Promise<ExampleRow[]> {
  const own = ownDefinitions(catalogue, feed, now.toISOString());
  const scope = catalogue.ownership.scopesAt(now.toISOString()).get(feed);
  const isOwned = ({ indicator, area, periodType }: Series): boolean => {
    const place = catalogue.areas.get(area);
    const areas = scope?.get(indicator);
    const isOfType = periodType !== "static" && catalogue.definitions.get(indicator)?.periodType === periodType;
    return isOfType && place !== undefined && areas !== undefined && scopeHoldsArea(areas, place);
  };
  const indicators = own.map(({ code }) => String(code));
  const found = await findSeries(tx, { indicators, scenarios: ["actual"], origins: ["reported"] });
  const series = found.filter(isOwned).slice(0, LOOKED_AT.series);
  const ids = series.map(({ id }) => id);
  const latest = await latestPeriods(tx, ids);
  const sent = series
    .flatMap((it) => {
      const ordinal = latest.get(it.id);
      return ordinal === undefined ? [] : [{ ...it, period: { type: it.periodType, ordinal } }];
    })
    .sort((a, b) => periodEnd(b.period) - periodEnd(a.period));
  const newest = [...Map.groupBy(sent, ({ indicator }) => indicator).values()]
    .flatMap(([first]) => first ?? [])
    .slice(0, LOOKED_AT.tried);
  const ranges = newest.map(({ id, period: { ordinal } }) => ({ seriesId: id, from: ordinal, to: ordinal }));
  const values = new Map((await readRanges(tx, ranges)).map((it) => [it.seriesId, it]));
  return newest.flatMap(({ id, indicator, area, breakdownKey, period }) => {
    const stored = values.get(id);
    if (stored === undefined || stored.valueText === null || stored.status === null) return [];
    const breakdown = breakdownKey as BreakdownKey;
    const place = { indicator, area, period: periodId(period), breakdown };
    return [{ ...rowAt(place), value: stored.valueText, status: stored.status }];
  });
}

/** What the feed never sent, of the period that was over last, totals first: said to be missing, no value is invented. */
async function neverSent({ tx, catalogue, feed, now }: Question): Promise<ExampleRow[]> {
  const at = now.toISOString();
  const types = new Set(ownDefinitions(catalogue, feed, at).map(({ periodType }) => periodType));
  types.delete("static");
  for (const type of types) {
    const period = shiftPeriod(periodAt(type, now.getTime()), -1);
    const cells = await expectedCells({ tx, catalogue, feed, period, now: at });
    const fresh = cells
      .filter(({ seriesId }) => seriesId === null)
      .sort((a, b) => a.breakdown.length - b.breakdown.length)
      .slice(0, LOOKED_AT.tried);
    if (fresh.length > 0)
      return fresh.map(({ definition: { code }, area, breakdown }) => ({
        ...rowAt({ indicator: code, area: area.code, period: periodId(period), breakdown }),
        value: null,
        status: "O",
      }));
  }
  return [];
}

function rowAt({
  breakdown: key,
  ...place
}: Pick<ExampleRow, "indicator" | "area" | "period"> & { breakdown: BreakdownKey }): Omit<
  ExampleRow,
  "value" | "status"
> {
  const breakdown = breakdownOf(key);
  return Object.keys(breakdown).length === 0 ? place : { ...place, breakdown };
}
