import { readNumbers } from "@bochiso/db/repositories/quality";
import { seriesExtents } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import type { QualityShare } from "@bochiso/shared/screen";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { judgeConditionsOf } from "../../quality/judge-conditions.ts";
import { countExpected } from "../../quality/judge-deliveries.ts";
import type { AskedSeries } from "../../quality/judge-series.ts";
import { isAsked, type RuleBook } from "../../quality/rule-book.ts";
import { periodsEnding, type QualityWindow } from "./quality-window.ts";

/** What could be checked of a feed: expected cells that came, figures with a rule, checks that could be made. */
export interface FeedChecks {
  readonly complete: QualityShare;
  readonly valid: QualityShare;
  readonly consistent: QualityShare;
}

interface Question {
  readonly catalogue: Catalogue;
  readonly book: RuleBook;
  readonly window: QualityWindow;
  readonly ownerOf: (indicator: string, area: string) => string | null;
}

/** Counts what rules can check within a window, by the feed that owns the cells now. `good` equals `of` where only flags decide. */
export async function countChecks(tx: ReadTx, question: Question): Promise<Map<string, FeedChecks>> {
  const { book } = question;
  const tally = new Tally();
  const conditioned = [...book.conditions.conditions.values()].map(({ rule }) => String(rule.indicator));
  for (const indicator of new Set([...book.ofSeries.keys(), ...conditioned])) {
    const series = await seriesWithin(tx, question, indicator);
    await countFigures(tx, question, { series, tally });
    for (const [feed, own] of Map.groupBy(series, (it) => question.ownerOf(indicator, it.area))) {
      const { judged } = await judgeConditionsOf(tx, question, own);
      for (const checks of judged.values()) tally.add(feed, "consistent", { good: checks, of: checks });
    }
  }
  for (const [indicator, rules] of book.ofCompleteness) {
    const periodType = question.catalogue.definitions.get(indicator)?.periodType;
    if (periodType === undefined || periodType === "static") continue;
    const range = periodsEnding(question.window, periodType);
    for (const rule of rules) {
      const { have, of } = await countExpected(tx, rule, { periodType, range });
      tally.add(question.ownerOf(indicator, String(rule.check.areas[0])), "complete", { good: have, of });
    }
  }
  return tally.byFeed;
}

type Score = keyof FeedChecks;

class Tally {
  readonly byFeed = new Map<string, Record<Score, QualityShare>>();

  add(feed: string | null, score: Score, { good, of }: QualityShare): void {
    if (feed === null || of === 0) return;
    const none = { good: 0, of: 0 };
    const own = this.byFeed.get(feed) ?? { complete: none, valid: none, consistent: none };
    this.byFeed.set(feed, { ...own, [score]: { good: own[score].good + good, of: own[score].of + of } });
  }
}

/** The reported series of an indicator with the periods of the window they can have. */
async function seriesWithin(
  tx: ReadTx,
  { catalogue, window }: Question,
  indicator: string,
): Promise<(AskedSeries & { readonly id: number })[]> {
  const periodType = catalogue.definitions.get(indicator)?.periodType;
  if (periodType === undefined || periodType === "static") return [];
  const range = periodsEnding(window, periodType);
  const extents = await seriesExtents(tx, indicator);
  return extents.flatMap(({ id, area, breakdownKey: breakdown, scenario, origin, first, last, ...own }) => {
    const [from, to] = [Math.max(first, range.first), Math.min(last, range.last)];
    const isOwn = scenario === "actual" && origin === "reported" && own.periodType === periodType && from <= to;
    return isOwn ? [{ id, indicator, area, breakdown, ranges: [{ first: from, last: to }] }] : [];
  });
}

async function countFigures(
  tx: ReadTx,
  { book, ownerOf }: Question,
  { series, tally }: { series: readonly (AskedSeries & { readonly id: number })[]; tally: Tally },
): Promise<void> {
  const asked = series.filter(({ indicator, area, breakdown }) =>
    book.ofSeries.get(indicator)?.some((rule) => isAsked(rule, area, breakdown)),
  );
  const byId = new Map(asked.map((it) => [it.id, it]));
  const ranges = asked.flatMap(({ id, ranges: own }) =>
    own.map(({ first, last }) => ({ seriesId: id, from: first, to: last })),
  );
  for (const { seriesId, value, retracted } of await readNumbers(tx, ranges)) {
    const own = byId.get(seriesId);
    if (own === undefined || value === null || retracted === 1) continue;
    tally.add(ownerOf(own.indicator, own.area), "valid", { good: 1, of: 1 });
  }
}
