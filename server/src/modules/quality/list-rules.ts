import { countFlags, listQualityRules } from "@bochiso/db/repositories/quality";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import { QUALITY_KIND_WORDS, type QualityRule, ruleText } from "@bochiso/shared/quality";
import type { QualityRuleLine, QualityRulesInput, QualityRulesModel } from "@bochiso/shared/steward";
import type { Text } from "@bochiso/shared/text";
import { pendingRules } from "../../quality/recheck-rules.ts";
import { ruleBookOf } from "../../quality/rule-book.ts";
import { breakdownWords } from "../screen/breakdown-words.ts";
import type { ScreenWorld } from "../screen/screen-world.ts";
import { worldOf } from "../screen/world-of.ts";
import { findingWords, publishedDisplay } from "./flag-row.ts";
import type { QualityDeps } from "./quality-deps.ts";

const NAMED = 6;
const TOTAL: Text = { vi: "tổng số", en: "total" };

/** The rules of an indicator, or all of them, in words, with how they stand. */
export async function listRules(
  { store, catalogue: cache, demo }: Pick<QualityDeps, "store" | "catalogue" | "demo">,
  { indicator }: QualityRulesInput,
): Promise<QualityRulesModel> {
  return store.read(async (tx) => {
    const catalogue = await cache.current(tx);
    const world = worldOf(catalogue, demo);
    const inForce = (await ruleBookOf(tx, catalogue)).rules;
    const pending = new Set((await pendingRules(tx, catalogue)).map(({ code }) => code));
    const filter = { indicator, states: ["open"] as const };
    const open = new Map((await countFlags(tx, filter, { group: "rule" })).map(({ group, flags }) => [group, flags]));
    const rules = (await listQualityRules(tx))
      .filter((rule) => indicator === undefined || rule.indicator === indicator)
      .flatMap((rule): QualityRuleLine[] => {
        const line = lineOf(rule, world);
        if (line === null) return [];
        const state = rule.retired === true ? "retired" : inForce.has(rule.code) ? "in-force" : "left-behind";
        return [{ ...line, state, rechecking: pending.has(rule.code), open: open.get(rule.code) ?? 0 }];
      })
      .sort((a, b) => compare(a.indicator, b.indicator) || compare(a.rule.code, b.rule.code));
    return { rules };
  });
}

type Told = Omit<QualityRuleLine, "state" | "rechecking" | "open">;

/** A rule in words; null where its indicator, or everywhere it is asked of, is not part of this installation. */
function lineOf(rule: QualityRule, world: ScreenWorld): Told | null {
  const definition = world.definitions.get(rule.indicator);
  if (definition === undefined) return null;
  const { code, version, check, name, basis, severity, review } = rule;
  const areas = "areas" in check ? check.areas : rule.areas;
  if (areas?.every((area) => !world.areas.has(area)) === true) return null;
  const breakdowns = "breakdowns" in check ? check.breakdowns : rule.breakdowns;
  return {
    rule: { code, version, kind: check.kind, kindName: QUALITY_KIND_WORDS[check.kind], name },
    indicator: rule.indicator,
    indicatorName: definition.name,
    areas: areas && namesOf(areas.map((area) => world.areas.get(area)?.name ?? { vi: area, en: area })),
    breakdowns: breakdowns && namesOf(breakdowns.map((key) => breakdownWords(world, key as BreakdownKey) ?? TOTAL)),
    check,
    display: publishedDisplay(definition, world),
    text: ruleText(check, findingWords(definition, world)),
    basis,
    severity,
    review,
  };
}

/** The first names, and how many more there are. */
function namesOf(names: readonly Text[]): Text {
  const more = names.length - NAMED;
  const shown = names.slice(0, NAMED);
  return {
    vi: [...shown.map(({ vi }) => vi), ...(more > 0 ? [`và ${more} mục khác`] : [])].join(", "),
    en: [...shown.map(({ en }) => en), ...(more > 0 ? [`and ${more} more`] : [])].join(", "),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
