import { type BreakdownKey, breakdownKey, TOTAL_KEY } from "@bochiso/shared/breakdown";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Scope } from "./resolve-scope.ts";
import type { ScreenWorld } from "./screen-world.ts";

const AREA_LEVEL: Readonly<Record<Scope["level"], string>> = {
  government: "nation",
  ministry: "nation",
  province: "province",
};

/**
 * Which breakdowns may stand on a card, the first one with data wins: in a ministry's home the ministry's own part
 * (vốn của bộ), else the definition's headline for the level of the area, else the total.
 */
export function cardBreakdowns(
  world: Pick<ScreenWorld, "dimensions">,
  definition: Pick<IndicatorDefinition, "breakdowns" | "headlineBreakdown">,
  scope: Pick<Scope, "level" | "ministry">,
): BreakdownKey[] {
  const headline = definition.headlineBreakdown[AREA_LEVEL[scope.level]];
  const standard = headline === undefined ? TOTAL_KEY : breakdownKey(headline);
  const own = ownPart(world, definition, scope.ministry);
  return own === null ? [standard] : [own, standard];
}

function ownPart(
  world: Pick<ScreenWorld, "dimensions">,
  { breakdowns }: Pick<IndicatorDefinition, "breakdowns">,
  ministry: string | null,
): BreakdownKey | null {
  if (ministry === null || !breakdowns.some(({ dimension }) => dimension === "budgetHolder")) return null;
  const holds = world.dimensions.get("budgetHolder")?.codes.some(({ code }) => code === ministry);
  return holds === true ? breakdownKey({ budgetHolder: ministry }) : null;
}
