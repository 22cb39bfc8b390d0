import type { ReadTx } from "@bochiso/db/store";
import { breaksIn } from "@bochiso/shared/card";
import type { OrdinalRange } from "@bochiso/shared/graph";
import type { PeriodType } from "@bochiso/shared/period";
import {
  isUsualChange,
  judgeChange,
  judgeMagnitude,
  judgeRange,
  MAGNITUDE_HISTORY,
  type NumberSeries,
  type QualityVerdict,
  reachOfChange,
} from "@bochiso/shared/quality";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { type BrokenCell, type FlagPlace, type JudgedCells, mergedRanges } from "./judged-cells.ts";
import { NumberBook } from "./number-book.ts";
import { isAsked, type RuleBook, type SeriesRule } from "./rule-book.ts";

/** A series and the runs of its periods that are asked about. */
export interface AskedSeries extends FlagPlace {
  readonly ranges: readonly OrdinalRange[];
}

/** How far back a rule looks at once, how far for its history, and how far ahead a changed number matters. */
interface Reach {
  readonly back: number;
  readonly history: number;
  readonly ahead: number;
}

interface Asked extends AskedSeries {
  readonly rule: SeriesRule;
  readonly reach: Reach;
}

/**
 * What the rules about a number and its own series say. `changed`: later cells that stand on the periods asked about are
 * judged too. Most cells are decided by the numbers near them; only for the others the history is read.
 */
export async function judgeSeries(
  tx: ReadTx,
  { catalogue, book }: { readonly catalogue: Catalogue; readonly book: RuleBook },
  { series, changed }: { readonly series: readonly AskedSeries[]; readonly changed: boolean },
): Promise<JudgedCells> {
  const asked = series.flatMap((each) => askedOf(each, { catalogue, book, changed }));
  const numbers = new NumberBook((indicator) => catalogue.definitions.get(indicator)?.periodType);
  await numbers.read(
    tx,
    asked.map(({ reach, ranges, ...place }) => ({
      ...place,
      ranges: ranges.map(({ first, last }) => ({ first: first - reach.back, last })),
    })),
  );
  const doubtful = asked.flatMap((each) => {
    const ordinals = doubtfulIn(each, seriesOf(each, { catalogue, numbers }), numbers);
    return ordinals.length === 0 ? [] : [{ ...each, ordinals }];
  });
  await numbers.read(
    tx,
    doubtful.map(({ reach, ordinals, ...place }) => ({
      ...place,
      ranges: ordinals.map((ordinal) => ({ first: ordinal - reach.history, last: ordinal })),
    })),
  );
  const broken = doubtful.flatMap(({ ordinals, ...each }): BrokenCell[] => {
    const own = seriesOf(each, { catalogue, numbers });
    return ordinals.flatMap((ordinal) => {
      const verdict = judge(each.rule, own, ordinal);
      return verdict.kind === "broken" ? [{ ...each, ordinal, finding: verdict.finding }] : [];
    });
  });
  return { checked: asked, broken };
}

function askedOf(
  { ranges, ...place }: AskedSeries,
  { catalogue, book, changed }: { catalogue: Catalogue; book: RuleBook; changed: boolean },
): Asked[] {
  const type = catalogue.definitions.get(place.indicator)?.periodType;
  if (type === undefined) return [];
  const rules = (book.ofSeries.get(place.indicator) ?? []).filter((rule) => isAsked(rule, place.area, place.breakdown));
  return rules.map((rule) => {
    const reach = reachOf(rule, type);
    const ahead = changed ? reach.ahead : 0;
    return {
      ...place,
      rule,
      reach,
      ranges: mergedRanges(ranges.map(({ first, last }) => ({ first, last: last + ahead }))),
    };
  });
}

function reachOf({ check }: SeriesRule, type: PeriodType): Reach {
  if (check.kind === "range") return { back: 0, history: 0, ahead: 0 };
  if (check.kind === "magnitude") return { back: MAGNITUDE_HISTORY, history: 0, ahead: MAGNITUDE_HISTORY };
  const { base, history } = reachOfChange(check, type);
  return { back: base, history, ahead: history };
}

function seriesOf(
  place: FlagPlace,
  { catalogue, numbers }: { catalogue: Catalogue; numbers: NumberBook },
): NumberSeries {
  // These hand breaks on to the successors of areas.
  const definition = catalogue.graph.definitions.get(place.indicator);
  const own = numbers.of(place);
  return {
    periodType: definition?.periodType ?? "static",
    breaks: definition === undefined ? [] : breaksIn(definition, place.area),
    at: (ordinal) => own.get(ordinal) ?? null,
  };
}

/** The cells of which the numbers near them do not decide. */
function doubtfulIn({ rule, ranges, ...place }: Asked, own: NumberSeries, numbers: NumberBook): number[] {
  const { check } = rule;
  return presentIn(ranges, numbers.of(place)).filter((ordinal) =>
    check.kind === "change" ? !isUsualChange(check, own, ordinal) : judge(rule, own, ordinal).kind === "broken",
  );
}

function judge({ check }: SeriesRule, own: NumberSeries, ordinal: number): QualityVerdict {
  if (check.kind === "range") return judgeRange(check, own.at(ordinal));
  return check.kind === "change" ? judgeChange(check, own, ordinal) : judgeMagnitude(own, ordinal);
}

/** Periods within the ranges that have a number. */
function presentIn(ranges: readonly OrdinalRange[], cells: ReadonlyMap<number, number | null>): number[] {
  const found: number[] = [];
  const within = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  if (within <= cells.size) {
    for (const { first, last } of ranges)
      for (let ordinal = first; ordinal <= last; ordinal += 1)
        if (typeof cells.get(ordinal) === "number") found.push(ordinal);
    return found;
  }
  for (const [ordinal, value] of cells)
    if (value !== null && ranges.some(({ first, last }) => first <= ordinal && ordinal <= last)) found.push(ordinal);
  return found;
}
