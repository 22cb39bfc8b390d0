import type { AreaComparison, OverviewModel } from "@bochiso/shared/screen";
import { useText } from "../../lib/i18n/index.ts";
import { areaOfScope } from "../../lib/live/index.ts";
import { Sheet } from "../../ui/index.ts";
import { IndicatorLink } from "../card/index.ts";
import { ComparisonBody } from "../comparison/index.ts";

type Compared = OverviewModel & { comparison: AreaComparison };

/** Whether there is anything to compare; a fictional unit is never ranked with real ones. */
export function hasComparison(model: OverviewModel): model is Compared {
  return model.comparison !== null && model.comparison.have > 0;
}

/** The 34 provinces by one indicator; the province in view is marked. */
export function ComparisonSheet({ model: { comparison, frame } }: { model: Compared }) {
  const text = useText();
  const own = frame.level === "province" ? areaOfScope(frame.scope) : null;
  return (
    <Sheet className="prov" title={<IndicatorLink cell={comparison}>{text(comparison.headline)}</IndicatorLink>}>
      <ComparisonBody comparison={comparison} own={own} />
    </Sheet>
  );
}
