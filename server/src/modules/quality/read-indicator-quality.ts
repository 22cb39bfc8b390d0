import { flagsInRanges, listQualityRules } from "@bochiso/db/repositories/quality";
import { VALUE_CHECKS } from "@bochiso/shared/quality";
import type { IndicatorModel } from "@bochiso/shared/screen";
import type { CardPlan, ScreenContext } from "../screen/card-plan.ts";
import { flagRow } from "./flag-row.ts";

/** Before and after every period there is. */
const EVER = { from: -(2 ** 31), to: 2 ** 31 - 1 };
const MOST_SHOWN = 20;

/** Which rules watch a series, and its flags about values that still stand, for the page of its indicator. */
export async function readIndicatorQuality(
  { tx, world }: ScreenContext,
  { address }: CardPlan,
): Promise<IndicatorModel["quality"]> {
  const { indicator, area, breakdown: breakdownKey } = address;
  const stored = await listQualityRules(tx);
  const asked = stored.filter(
    (rule) =>
      rule.indicator === indicator &&
      rule.retired !== true &&
      VALUE_CHECKS.has(rule.check.kind) &&
      (rule.areas === null || rule.areas.some((it) => it === area)) &&
      (rule.breakdowns === null || rule.breakdowns.includes(breakdownKey)),
  );
  const rules = new Map(stored.map((rule) => [rule.code, rule]));
  const flags = (await flagsInRanges(tx, [{ indicator, area, breakdownKey, ...EVER }]))
    .filter(({ subject, state }) => subject === "value" && state !== "resolved")
    .sort((a, b) => b.ordinal - a.ordinal);
  const around = { world, feeds: new Map(), rules };
  return { rules: asked.length, flags: flags.slice(0, MOST_SHOWN).flatMap((flag) => flagRow(flag, around) ?? []) };
}
