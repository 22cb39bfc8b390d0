import type { OverviewModel } from "@bochiso/shared/screen";
import { useText, useWords } from "../../lib/i18n/index.ts";
import { areaOfScope } from "../../lib/live/index.ts";
import { Notice, Sheet } from "../../ui/index.ts";
import { IndicatorLink } from "../card/index.ts";
import { ComparisonBody } from "../comparison/index.ts";
import { overviewWords } from "./words.ts";

/** The 34 provinces by one indicator; the province in view is marked. */
export function ComparisonSheet({ model }: { model: OverviewModel }) {
  const t = useWords(overviewWords);
  const text = useText();
  const { comparison, frame } = model;
  if (comparison === null || comparison.have === 0) {
    return (
      <Sheet className="prov" title={t.noComparison}>
        <Notice title={comparison?.stateReason ? text(comparison.stateReason) : t.noComparisonDetail} />
      </Sheet>
    );
  }
  const own = frame.level === "province" ? areaOfScope(frame.scope) : null;
  return (
    <Sheet className="prov" title={<IndicatorLink cell={comparison}>{text(comparison.headline)}</IndicatorLink>}>
      <ComparisonBody comparison={comparison} own={own} />
    </Sheet>
  );
}
