import type { ReadTx } from "@bochiso/db/store";
import type { AreaCode } from "@bochiso/shared/area";
import { type BreakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import type { SeriesAddress } from "@bochiso/shared/formula";
import {
  type AffectedPlan,
  type AffectedSeries,
  affectedCells,
  type ChangedCell,
  type ChangedCells,
  operandRanges,
} from "@bochiso/shared/graph";
import { bindCondition, type ConditionRule } from "@bochiso/shared/quality";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { CellBook } from "../compute/cell-book.ts";
import { fillBook } from "../compute/fill-book.ts";
import { withStoredExtents } from "../compute/stored-extents.ts";
import type { AskedSeries } from "./judge-series.ts";
import { type BrokenCell, type CheckedSeries, type JudgedCells, mergedRanges } from "./judged-cells.ts";
import { isAsked, type RuleBook } from "./rule-book.ts";

/** What conditions say, and of how many cells each could say something. */
export interface JudgedConditions extends JudgedCells {
  readonly judged: ReadonlyMap<string, number>;
}

interface World {
  readonly catalogue: Catalogue;
  readonly book: RuleBook;
}

/** What sums of parts and expressions say of every cell whose operands changed, reported or computed. */
export async function judgeReached(
  tx: ReadTx,
  world: World,
  changed: readonly (ChangedCell | ChangedCells)[],
): Promise<JudgedConditions> {
  const { graph } = world.book.conditions;
  const read = changed.filter(({ indicator }) => graph.dependents.has(indicator));
  if (read.length === 0) return { checked: [], broken: [], judged: new Map() };
  const { space, definitions } = world.catalogue;
  const plan = await withStoredExtents(
    tx,
    (indicator) => definitions.get(indicator)?.periodType,
    (stored) => affectedCells({ graph, changed: read, space, stored, maxAffectedCells: Number.MAX_SAFE_INTEGER }),
  );
  return await judgePlan(tx, world, plan);
}

/** What they say of the periods of some series, whatever changed. */
export async function judgeConditionsOf(
  tx: ReadTx,
  world: World,
  series: readonly AskedSeries[],
): Promise<JudgedConditions> {
  const planned: AffectedSeries[] = [];
  for (const condition of world.book.conditions.conditions.values()) {
    const { rule, node } = condition;
    for (const { indicator, area, breakdown, ranges } of series) {
      if (indicator !== rule.indicator || !fits(condition, breakdown)) continue;
      const ordinals = ranges.flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, at) => first + at),
      );
      planned.push({
        indicator: node.definition.code,
        area: area as AreaCode,
        breakdown: breakdown as BreakdownKey,
        periodType: node.definition.periodType,
        ordinals,
      });
    }
  }
  return await judgePlan(tx, world, { series: planned, cellCount: 0 });
}

/** Whether a condition has a cell of a breakdown: dimensions it selects are gone, those its indicator requires are there. */
function fits({ node }: ConditionRule, breakdown: string): boolean {
  const dimensions = Object.keys(parseBreakdownKey(breakdown as BreakdownKey));
  return dimensions.every((it) => node.dimensions.has(it)) && node.required.every((it) => dimensions.includes(it));
}

async function judgePlan(tx: ReadTx, { catalogue, book }: World, reached: AffectedPlan): Promise<JudgedConditions> {
  const { graph, conditions } = book.conditions;
  const series = reached.series.filter(({ indicator, area, breakdown }) => {
    const rule = conditions.get(indicator)?.rule;
    return rule !== undefined && isAsked(rule, area, breakdown);
  });
  const plan = { series, cellCount: 0 };
  const cells = new CellBook((indicator) => catalogue.definitions.get(indicator)?.periodType);
  const subjects = series.flatMap((each) => {
    const rule = conditions.get(each.indicator)?.rule;
    return rule === undefined ? [] : [subjectRanges(each, rule.indicator)];
  });
  await fillBook(tx, cells, [...operandRanges({ graph, plan, space: catalogue.space }), ...subjects]);
  const checked: CheckedSeries[] = [];
  const broken: BrokenCell[] = [];
  const judged = new Map<string, number>();
  for (const each of series) {
    const condition = conditions.get(each.indicator);
    if (condition === undefined) continue;
    const { rule } = condition;
    const { area, breakdown, periodType: type } = each;
    const place = { rule, indicator: rule.indicator, area, breakdown };
    checked.push({ ...place, ranges: runsOf(each.ordinals) });
    const subject: SeriesAddress = { indicator: rule.indicator, area, breakdown, scenario: "actual" };
    const bound = bindCondition(condition, { area, breakdown, source: cells, space: catalogue.space });
    for (const ordinal of each.ordinals) {
      const own = cells.at(subject, { type, ordinal }, "reported")?.content.value ?? null;
      const verdict = own === null ? null : bound.judge(ordinal, own);
      if (verdict === null || verdict.kind === "not-judged") continue;
      judged.set(rule.code, (judged.get(rule.code) ?? 0) + 1);
      if (verdict.kind === "broken") broken.push({ ...place, ordinal, finding: verdict.finding });
    }
  }
  return { checked, broken, judged };
}

/** Where the figures stand that the conditions are about. */
function subjectRanges(
  { area, breakdown, periodType, ordinals }: AffectedSeries,
  indicator: SeriesAddress["indicator"],
) {
  return { indicator, area, breakdown, scenario: "actual" as const, periodType, ranges: runsOf(ordinals) };
}

function runsOf(ordinals: readonly number[]) {
  return mergedRanges(ordinals.map((ordinal) => ({ first: ordinal, last: ordinal })));
}
