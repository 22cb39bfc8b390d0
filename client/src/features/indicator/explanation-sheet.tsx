import type { IndicatorModel } from "@bochiso/shared/screen";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Notice, Sheet } from "../../ui/index.ts";
import { ExplanationTree } from "../explanation/explanation-tree.tsx";
import { indicatorWords } from "./words.ts";

/** What the number is made of: the formula with live inputs, each with its source and age; or the figure as sent. */
export function ExplanationSheet({ model }: { model: IndicatorModel }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const { explanation, card } = model;
  if (explanation === null) {
    return (
      <Sheet className="wide" title={t.explanation}>
        <Notice title={t.noExplanation}>{card.stateReason?.[language] ?? t.noExplanationDetail}</Notice>
      </Sheet>
    );
  }
  const derived = explanation.formula !== null || (explanation.whole ?? null) !== null;
  return (
    <Sheet
      className="wide ind-tree"
      title={derived ? t.explanation : t.explanationLeaf}
      note={[explanation.name[language], explanation.period.label[language]].join(" · ")}
    >
      <div className="ind-tree-body">
        <ExplanationTree node={explanation} />
      </div>
    </Sheet>
  );
}
