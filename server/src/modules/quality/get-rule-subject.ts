import { findSeries } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import { type BreakdownKey, breakdownKey } from "@bochiso/shared/breakdown";
import { type IndicatorDefinition, isComputedOnly } from "@bochiso/shared/indicator";
import type { QualityCheckKind } from "@bochiso/shared/quality";
import { MOST_RULE_CELLS, type RuleSubject, type RuleSubjectInput } from "@bochiso/shared/steward";
import type { Text } from "@bochiso/shared/text";
import { breakdownWords } from "../screen/breakdown-words.ts";
import { indicatorOf } from "../screen/indicator-of.ts";
import type { ScreenWorld } from "../screen/screen-world.ts";
import { worldOf } from "../screen/world-of.ts";
import { publishedDisplay } from "./flag-row.ts";
import type { QualityDeps } from "./quality-deps.ts";

const TOTAL: Text = { vi: "Tổng số", en: "Total" };
/** Quantities: a change of theirs is so many times, of all others so many units. */
const AMOUNTS: ReadonlySet<IndicatorDefinition["valueType"]> = new Set(["amount", "count", "level", "duration"]);

/** What a new rule of an indicator can be about. Throws `indicator-unknown`. */
export async function getRuleSubject(
  { store, catalogue: cache, demo }: Pick<QualityDeps, "store" | "catalogue" | "demo">,
  { indicator }: RuleSubjectInput,
): Promise<RuleSubject> {
  return store.read(async (tx) => {
    const world = worldOf(await cache.current(tx), demo);
    const definition = indicatorOf(world, indicator);
    const sent = await sentCells(tx, definition);
    const areas = [...world.areas.values()].filter(({ code }) => sent.areas.has(code));
    const dimensions = dimensionsOf(definition, { world, sent: sent.breakdowns });
    return {
      indicator,
      indicatorName: definition.name,
      display: publishedDisplay(definition, world),
      kinds: kindsOf(definition, { hasParts: dimensions.length > 0, wasSent: areas.length > 0 }),
      measure: AMOUNTS.has(definition.valueType) ? "ratio" : "difference",
      areas: areas.slice(0, MOST_RULE_CELLS).map(({ code, name }) => ({ code, name })),
      breakdowns: [...sent.breakdowns]
        .sort()
        .slice(0, MOST_RULE_CELLS)
        .map((key) => ({ key, name: breakdownWords(world, key) ?? TOTAL })),
      dimensions,
    };
  });
}

/** Areas and breakdowns that an indicator was reported for. */
export async function sentCells(
  tx: ReadTx,
  { code }: Pick<IndicatorDefinition, "code">,
): Promise<{ areas: ReadonlySet<string>; breakdowns: ReadonlySet<BreakdownKey> }> {
  const series = await findSeries(tx, { indicators: [code], scenarios: ["actual"], origins: ["reported"] });
  return {
    areas: new Set(series.map(({ area }) => area)),
    breakdowns: new Set(series.map(({ breakdownKey }) => breakdownKey as BreakdownKey)),
  };
}

/** The kinds of rules that can be asked of an indicator; none of one that is only computed. */
function kindsOf(
  definition: IndicatorDefinition,
  { hasParts, wasSent }: { hasParts: boolean; wasSent: boolean },
): QualityCheckKind[] {
  if (isComputedOnly(definition)) return [];
  return [
    "range",
    "change",
    "magnitude",
    ...(hasParts ? (["sum-of-parts"] as const) : []),
    "expression",
    ...(wasSent ? (["completeness"] as const) : []),
    ...(wasSent && definition.dueRule !== null ? (["timeliness"] as const) : []),
  ];
}

/** Dimensions with the codes that something was sent for by themselves: a part that never comes makes a sum that is never asked. */
function dimensionsOf(
  { breakdowns }: IndicatorDefinition,
  { world, sent }: { world: ScreenWorld; sent: ReadonlySet<BreakdownKey> },
): RuleSubject["dimensions"] {
  return breakdowns.flatMap(({ dimension: id }) => {
    const found = world.dimensions.get(id);
    const codes = found?.codes.filter(({ code }) => sent.has(breakdownKey({ [id]: code }))) ?? [];
    if (found === undefined || codes.length < 2) return [];
    return [{ id, name: found.name, codes: codes.map(({ code, name }) => ({ code, name })) }];
  });
}
