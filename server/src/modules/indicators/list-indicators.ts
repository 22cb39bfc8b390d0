import { periodLabel } from "@bochiso/shared/card";
import type { IndicatorListRow, ScopeId } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import type { CardPlan } from "../screen/card-plan.ts";
import { indicatorsOf } from "../screen/indicator-of.ts";
import { readScope } from "../screen/scope-reading.ts";
import { onSnapshot, type ScreenDeps } from "../screen/screen-deps.ts";
import type { ScreenWorld } from "../screen/screen-world.ts";

/** Every indicator of a scope's set with its newest period, in the order of the groups. */
export async function listIndicators({
  deps,
  input,
}: {
  deps: ScreenDeps;
  input: { scope: ScopeId };
}): Promise<IndicatorListRow[]> {
  return await onSnapshot(deps, { kind: "indicators", scope: input.scope, period: null }, async (context) => {
    const { world, scope } = context;
    const codes = new Set(scope.set.groups.flatMap(({ indicators }) => indicators.map(String)));
    const { plans } = await readScope(context, indicatorsOf(world, codes));
    return [...plans.values()].map((plan) => listRow(world, plan));
  });
}

function listRow(world: ScreenWorld, { definition, newest }: CardPlan): IndicatorListRow {
  const type = definition.periodType;
  return {
    code: definition.code,
    name: definition.name,
    domain: definition.domain,
    unit: definition.display.unit,
    periodType: type,
    agencyName: agencyName(world, definition.responsibleAgency),
    derived: definition.formula !== null,
    latest:
      newest === null
        ? null
        : { label: periodLabel({ type, ordinal: newest }, world.toDate.has(definition.code)).label, hasData: true },
  };
}

const COLLECTIVE: Readonly<Record<string, Text>> = {
  province: { vi: "Ủy ban nhân dân cấp tỉnh", en: "Provincial People's Committees" },
  all: { vi: "Các bộ, cơ quan, địa phương", en: "All ministries, agencies and provinces" },
};

/** Name of the agency that answers for an indicator. */
export function agencyName(world: Pick<ScreenWorld, "agencies">, code: string): Text {
  return COLLECTIVE[code] ?? world.agencies.get(code)?.name ?? { vi: code, en: code };
}
