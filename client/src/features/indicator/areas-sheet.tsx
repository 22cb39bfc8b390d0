import type { IndicatorModel } from "@bochiso/shared/screen";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { areaOfScope } from "../../lib/live/index.ts";
import { Notice, Sheet } from "../../ui/index.ts";
import { BasisChoice, ComparisonBody } from "../comparison/index.ts";
import { indicatorWords } from "./words.ts";

/** The provinces by this indicator: map, ranking, table; on present or former boundaries. */
export function AreasSheet({ model, basis }: { model: IndicatorModel; basis: "present" | "former" | undefined }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const text = useText();
  const { comparison, frame } = model;
  if (comparison === null) {
    if (!frame.simulated) return null;
    return (
      <Sheet className="wide" title={t.areas}>
        <Notice title={t.simulatedAreas} />
      </Sheet>
    );
  }
  const choice = <BasisChoice basis={basis ?? comparison.areaBasis} bases={comparison.bases} />;
  if (comparison.have === 0) {
    return (
      <Sheet className="wide prov" title={t.areas} more={choice}>
        <Notice title={t.noAreasHere}>{comparison.stateReason?.[language]}</Notice>
      </Sheet>
    );
  }
  return (
    <Sheet className="prov ind-areas" title={text(comparison.headline)} more={choice}>
      <ComparisonBody comparison={comparison} own={frame.level === "province" ? areaOfScope(frame.scope) : null} />
    </Sheet>
  );
}
