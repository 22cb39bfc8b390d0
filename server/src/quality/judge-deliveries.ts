import { readFirstReceipts } from "@bochiso/db/repositories/quality";
import { findSeries } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import type { OrdinalRange } from "@bochiso/shared/graph";
import { dueAt, type PeriodType } from "@bochiso/shared/period";
import { expectedCells, gapReach, judgeCompleteness, judgeTimeliness, type Presence } from "@bochiso/shared/quality";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { AskedSeries } from "./judge-series.ts";
import { type BrokenCell, type CheckedSeries, type JudgedCells, mergedRanges } from "./judged-cells.ts";
import { NumberBook } from "./number-book.ts";
import type { RuleBook, RuleOf } from "./rule-book.ts";

interface World {
  readonly catalogue: Catalogue;
  readonly book: RuleBook;
}

/** Instant (ISO) of the write that asks: what is due later cannot be late yet. Null: every period is asked about. */
type Moment = string | null;

/** Expected cells that arrived, of those expected. */
export interface ExpectedCount {
  readonly have: number;
  readonly of: number;
}

/**
 * What completeness says of the periods in which some series changed, and of those near them: a period is skipped only
 * between others. A delivery stands at the first area and breakdown of its rule.
 */
export async function judgeCompletenessOf(
  tx: ReadTx,
  { catalogue, book }: World,
  series: readonly AskedSeries[],
): Promise<JudgedCells> {
  const checked: CheckedSeries[] = [];
  const broken: BrokenCell[] = [];
  for (const [indicator, own] of Map.groupBy(series, (it) => it.indicator)) {
    const periodType = catalogue.definitions.get(indicator)?.periodType;
    for (const rule of book.ofCompleteness.get(indicator) ?? []) {
      const asked = own.filter(({ area, breakdown }) => isExpected(rule, area, breakdown));
      if (asked.length === 0 || periodType === undefined) continue;
      const near = gapReach(periodType);
      const ranges = widened(
        asked.flatMap((it) => it.ranges),
        near,
      );
      const presence = await presenceOf(tx, rule, { periodType, ranges: widened(ranges, near) });
      const judged = judgeRuns(rule, { periodType, ranges, presence });
      checked.push({ ...placeOf(rule), rule, ranges });
      broken.push(...judged.broken);
    }
  }
  return { checked, broken };
}

/** How many of the expected cells of the periods that arrived, or were skipped, are there. */
export async function countExpected(
  tx: ReadTx,
  rule: RuleOf<"completeness">,
  { periodType, range }: { readonly periodType: PeriodType; readonly range: OrdinalRange },
): Promise<ExpectedCount> {
  if (range.last < range.first) return { have: 0, of: 0 };
  const presence = await presenceOf(tx, rule, { periodType, ranges: widened([range], gapReach(periodType)) });
  return judgeRuns(rule, { periodType, ranges: [range], presence }).count;
}

function judgeRuns(
  rule: RuleOf<"completeness">,
  asked: Pick<Parameters<typeof judgeCompleteness>[0], "periodType" | "presence"> & { ranges: readonly OrdinalRange[] },
): { broken: BrokenCell[]; count: ExpectedCount } {
  const { periodType, ranges, presence } = asked;
  const expected = expectedCells(rule.check);
  const broken: BrokenCell[] = [];
  let [have, of] = [0, 0];
  for (const ordinal of ordinalsWithin(ranges)) {
    const verdict = judgeCompleteness({ expected, periodType, ordinal, presence });
    if (verdict.kind === "not-judged") continue;
    const finding = verdict.kind === "broken" ? verdict.finding : null;
    of += expected.length;
    have += expected.length - (finding?.missing?.length ?? 0);
    if (finding !== null) broken.push({ ...placeOf(rule), rule, ordinal, finding });
  }
  return { broken, count: { have, of } };
}

function isExpected({ check }: RuleOf<"completeness">, area: string, breakdown: string): boolean {
  return check.areas.some((it) => it === area) && check.breakdowns.includes(breakdown);
}

async function presenceOf(
  tx: ReadTx,
  { indicator, check }: RuleOf<"completeness">,
  { periodType, ranges }: { periodType: PeriodType; ranges: readonly OrdinalRange[] },
): Promise<Presence> {
  const numbers = new NumberBook(() => periodType);
  const cells = expectedCells(check).map((cell) => ({ ...cell, indicator }));
  await numbers.read(
    tx,
    cells.map((cell) => ({ ...cell, ranges })),
  );
  const arrived = cells.map((cell) => numbers.of(cell));
  const counts = new Map<number, number>();
  for (const own of arrived) for (const ordinal of own.keys()) counts.set(ordinal, (counts.get(ordinal) ?? 0) + 1);
  return {
    has: (at, ordinal) => arrived[at]?.has(ordinal) ?? false,
    count: (ordinal) => counts.get(ordinal) ?? 0,
  };
}

/** What timeliness says of periods that some series received something for. */
export async function judgeTimelinessOf(
  tx: ReadTx,
  { catalogue, book }: World,
  { series, now }: { readonly series: readonly AskedSeries[]; readonly now: Moment },
): Promise<JudgedCells> {
  const checked: CheckedSeries[] = [];
  const broken: BrokenCell[] = [];
  for (const [indicator, own] of Map.groupBy(series, (it) => it.indicator)) {
    const definition = catalogue.definitions.get(indicator);
    if (definition === undefined || definition.dueRule === null) continue;
    const { periodType: type, dueRule } = definition;
    const dueOf = (ordinal: number): string | null =>
      type === "static" ? null : dueAt({ period: { type, ordinal }, rule: dueRule });
    for (const rule of book.ofTimeliness.get(indicator) ?? []) {
      const asked = own.filter(({ area }) => rule.check.areas.some((it) => it === area));
      for (const [area, ofArea] of Map.groupBy(asked, (it) => it.area)) {
        const past = ordinalsOf(ofArea).filter((ordinal) => now === null || (dueOf(ordinal) ?? now) < now);
        if (past.length === 0) continue;
        const ranges = mergedRanges(past.map((ordinal) => ({ first: ordinal, last: ordinal })));
        const received = await firstReceived(tx, { indicator, area, type, ranges });
        const place = { indicator, area, breakdown: "" };
        checked.push({ ...place, rule, ranges });
        for (const ordinal of past) {
          const verdict = judgeTimeliness(dueOf(ordinal), received.get(ordinal) ?? null);
          if (verdict.kind === "broken") broken.push({ ...place, rule, ordinal, finding: verdict.finding });
        }
      }
    }
  }
  return { checked, broken };
}

/** When the first cell of each period was received, over all breakdowns of an indicator in an area. */
export async function firstReceived(
  tx: ReadTx,
  asked: { indicator: string; area: string; type: PeriodType; ranges: readonly OrdinalRange[] },
): Promise<Map<number, string>> {
  const { indicator, area, type, ranges } = asked;
  const series = await findSeries(tx, {
    indicators: [indicator],
    areas: [area],
    scenarios: ["actual"],
    periodTypes: [type],
    origins: ["reported"],
  });
  const received = new Map<number, string>();
  const cells = series.flatMap(({ id }) => ranges.map(({ first, last }) => ({ seriesId: id, from: first, to: last })));
  for (const { ordinal, recordedAt } of await readFirstReceipts(tx, cells)) {
    const known = received.get(ordinal);
    if (known === undefined || recordedAt < known) received.set(ordinal, recordedAt);
  }
  return received;
}

function placeOf({ indicator, check }: RuleOf<"completeness">) {
  return { indicator, area: String(check.areas[0]), breakdown: check.breakdowns[0] ?? "" };
}

function widened(ranges: readonly OrdinalRange[], by: number): OrdinalRange[] {
  return mergedRanges(ranges.map(({ first, last }) => ({ first: first - by, last: last + by })));
}

function ordinalsOf(series: readonly AskedSeries[]): number[] {
  return ordinalsWithin(mergedRanges(series.flatMap((it) => it.ranges)));
}

function ordinalsWithin(ranges: readonly OrdinalRange[]): number[] {
  return ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
}
