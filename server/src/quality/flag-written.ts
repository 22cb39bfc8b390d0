import { addToOutbox } from "@bochiso/db/repositories/outbox";
import type { Commit, WriteTx } from "@bochiso/db/store";
import {
  type AffectedSeries,
  type ChangedCell,
  type ChangedCells,
  type OrdinalRange,
  runsOf,
} from "@bochiso/shared/graph";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { judgeReached } from "./judge-conditions.ts";
import { judgeCompletenessOf, judgeTimelinessOf } from "./judge-deliveries.ts";
import { type AskedSeries, judgeSeries } from "./judge-series.ts";
import { type JudgedCells, joined, mergedRanges, placeText } from "./judged-cells.ts";
import { keepFlags } from "./keep-flags.ts";
import { type RuleBook, ruleBookOf } from "./rule-book.ts";

/** What a write changed: cells that were sent, and computed ones. */
export interface WrittenValues {
  readonly changed: readonly (ChangedCell | ChangedCells)[];
  readonly derived: readonly AffectedSeries[];
}

/** After the events of the write itself, which take the first places. */
const OUTBOX_PLACE = 1_000;

/**
 * Judges what a write changed and keeps the flags, in the same commit. To be called by every write that changes values in
 * force, after they were stored. Costs nothing where no rule is about what changed.
 */
export async function flagWritten(
  tx: WriteTx,
  commit: Commit,
  work: {
    readonly catalogue: Catalogue;
    readonly written: WrittenValues;
    /** May throw to break off the write. */
    readonly betweenParts?: () => void;
  },
): Promise<void> {
  const { catalogue, written, betweenParts = () => undefined } = work;
  const book = await ruleBookOf(tx, catalogue);
  if (book.rules.size === 0) return;
  const world = { catalogue, book };
  const { graph } = book.conditions;
  const read = [
    ...written.changed,
    ...written.derived.map((series) => ({ ...series, scenario: "actual" as const })),
  ].filter(({ indicator }) => graph.dependents.has(indicator));
  const series = changedSeries(catalogue, book, written.changed);
  if (read.length === 0 && series.length === 0) return;
  const found: JudgedCells[] = [];
  for (const judge of [
    ...partsOf(series).map((part) => () => judgeSeries(tx, world, { series: part, changed: true })),
    () => judgeReached(tx, world, read),
    () => judgeCompletenessOf(tx, world, series),
    () => judgeTimelinessOf(tx, world, { series, now: commit.recordedAt }),
  ]) {
    found.push(await judge());
    betweenParts();
  }
  const changed = await keepFlags(tx, commit, { catalogue, found: joined(found) });
  if (Object.keys(changed).length > 0)
    await addToOutbox(tx, commit, [{ topic: "quality", payload: { changed } }], OUTBOX_PLACE);
}

/** Judged at once: a few milliseconds where each has a hundred changed periods. */
const SERIES_PER_PART = 20;

function partsOf(series: readonly AskedSeries[]): AskedSeries[][] {
  return Array.from({ length: Math.ceil(series.length / SERIES_PER_PART) }, (_, at) =>
    series.slice(at * SERIES_PER_PART, (at + 1) * SERIES_PER_PART),
  );
}

/** The reported actual series of indicators that have rules, with the periods that changed. */
function changedSeries(
  catalogue: Catalogue,
  book: RuleBook,
  changed: readonly (ChangedCell | ChangedCells)[],
): AskedSeries[] {
  const series = new Map<string, { indicator: string; area: string; breakdown: string; ranges: OrdinalRange[] }>();
  for (const cells of changed) {
    const { indicator, area, breakdown, scenario } = cells;
    if (scenario !== "actual" || !hasOwnRules(book, indicator)) continue;
    const [type, ordinals] =
      "period" in cells ? [cells.period.type, [cells.period.ordinal]] : [cells.periodType, cells.ordinals];
    if (type !== catalogue.definitions.get(indicator)?.periodType) continue;
    const key = placeText({ indicator, area, breakdown });
    const known = series.get(key) ?? { indicator, area, breakdown, ranges: [] };
    for (const run of runsOf(ordinals)) known.ranges.push(run);
    series.set(key, known);
  }
  return [...series.values()].map(({ ranges, ...place }) => ({ ...place, ranges: mergedRanges(ranges) }));
}

function hasOwnRules(book: RuleBook, indicator: string): boolean {
  return book.ofSeries.has(indicator) || book.ofCompleteness.has(indicator) || book.ofTimeliness.has(indicator);
}
