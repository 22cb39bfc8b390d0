import type { AreaComparison, ComparisonBasis, OverviewModel } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useText } from "../../lib/i18n/index.ts";
import { areaOfScope } from "../../lib/live/index.ts";
import { comparisonQuery, useSource } from "../../lib/source/index.ts";
import { Notice, Sheet } from "../../ui/index.ts";
import { IndicatorLink } from "../card/index.ts";
import { BasisChoice, ComparisonBody } from "../comparison/index.ts";

type Compared = OverviewModel & { comparison: AreaComparison };

/** Whether there is anything to compare; a fictional unit is never ranked with real ones. */
export function hasComparison(model: OverviewModel): model is Compared {
  return model.comparison !== null && model.comparison.have > 0;
}

/** Which boundaries the address asks for; without a word those that the screen came with. */
const BASES = { cu: "former", moi: "present" } as const satisfies Record<string, ComparisonBasis>;

/** The provinces by one indicator, on the boundaries asked for; the province in view is marked. */
export function ComparisonSheet({ model }: { model: Compared }) {
  const { frame } = model;
  const text = useText();
  const asked = useSearch({ from: "__root__", select: ({ db }) => (db === undefined ? null : BASES[db]) });
  const { indicator, breakdown, areaBasis, bases } = model.comparison;
  // The choice is kept while moving; where the other boundaries have nothing, the home keeps what it has.
  const basis = asked !== null && bases[asked] ? asked : null;
  const other = useQuery({
    ...comparisonQuery(useSource(), {
      scope: frame.scope,
      period: frame.period?.id ?? null,
      indicator,
      breakdown,
      areaBasis: basis ?? areaBasis,
    }),
    enabled: basis !== null && basis !== areaBasis,
  });
  const comparison = basis === null || basis === areaBasis ? model.comparison : (other.data ?? null);
  const choice = <BasisChoice basis={basis ?? areaBasis} bases={bases} />;
  if (comparison === null || comparison.have === 0) {
    const reason = comparison?.stateReason ?? null;
    return (
      <Sheet className="prov" title={text(model.comparison.name)} more={choice}>
        <Notice title={comparison === null ? "…" : text(comparison.headline)}>
          {reason === null ? null : text(reason)}
        </Notice>
      </Sheet>
    );
  }
  const own = frame.level === "province" ? areaOfScope(frame.scope) : null;
  return (
    <Sheet
      className="prov"
      title={<IndicatorLink cell={comparison}>{text(comparison.headline)}</IndicatorLink>}
      more={choice}
    >
      <ComparisonBody comparison={comparison} own={own} />
    </Sheet>
  );
}
