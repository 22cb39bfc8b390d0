import type { BreakdownKey } from "@bochiso/shared/breakdown";
import { DomainError } from "@bochiso/shared/errors";
import type { AreaComparison } from "@bochiso/shared/screen";
import type { ComparisonInput } from "../../trpc/screen-services.ts";
import { indicatorOf } from "../screen/indicator-of.ts";
import { onSnapshot, type ScreenDeps } from "../screen/screen-deps.ts";
import { readComparison } from "./read-comparison.ts";

/** One indicator over the provinces. Throws `not-compared` where no province ever had a value. */
export async function getComparison({
  deps,
  input,
}: {
  deps: ScreenDeps;
  input: ComparisonInput;
}): Promise<AreaComparison> {
  const request = {
    kind: "comparison",
    scope: input.scope,
    period: input.period,
    key: [input.indicator, input.breakdown, input.areaBasis],
  };
  return await onSnapshot(deps, request, async (context) => {
    const definition = indicatorOf(context.world, input.indicator);
    // As on the indicator screen, no breakdown asks for the one that provinces are compared by.
    const breakdown = input.breakdown === "" ? undefined : (input.breakdown as BreakdownKey | undefined);
    const found = await readComparison(context, { definition, breakdown, areaBasis: input.areaBasis });
    if (found !== null) return found;
    throw new DomainError(
      "not-compared",
      { indicator: input.indicator },
      { vi: "Chỉ số này chưa có số liệu theo địa phương.", en: "This indicator has no figures by province yet." },
    );
  });
}
