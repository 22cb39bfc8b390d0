import type { Area } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import { comparisonTarget } from "@bochiso/shared/card";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Period } from "@bochiso/shared/period";
import type { AreaComparison } from "@bochiso/shared/screen";
import type { ScreenContext } from "../screen/card-plan.ts";
import { targetBook, targetsAt } from "../targets/target-book.ts";
import { NATION } from "./comparison-sides.ts";

/** What is compared at which period, among which areas. */
export interface TargetLineInput {
  definition: IndicatorDefinition;
  breakdown: BreakdownKey;
  period: Period | null;
  areas: readonly Area[];
}

/** The goal drawn through a comparison: of the scope's own area where that is among those compared, else of the nation. */
export async function targetLine(
  context: ScreenContext,
  { definition, breakdown, period, areas }: TargetLineInput,
): Promise<AreaComparison["target"]> {
  if (period === null) return null;
  const goalOf = async (area: string): Promise<number | null> => {
    const address = { indicator: definition.code, area, breakdown };
    const stored = targetsAt(await targetBook(context, area), address);
    return comparisonTarget(
      stored.map(({ target }) => target),
      definition,
      period,
    );
  };
  const own = areas.find(({ code }) => code === context.scope.area);
  const value = own === undefined ? null : await goalOf(own.code);
  if (own !== undefined && value !== null) {
    return { label: { vi: `Chỉ tiêu ${own.name.vi}`, en: `${own.name.en}'s target` }, value };
  }
  const national = await goalOf(NATION);
  return national === null ? null : { label: { vi: "Chỉ tiêu cả nước", en: "National target" }, value: national };
}
