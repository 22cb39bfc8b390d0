import type { ExplanationNode } from "@bochiso/shared/screen";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { ExplainLink } from "./explain-link.tsx";
import { shownDifference, shownText } from "./model/shown-text.ts";
import { explanationWords } from "./words.ts";

/** The other origin of the same cell, with what explains the difference; its own explanation opens from here. */
export function Beside({ node, asOf }: { node: ExplanationNode; asOf?: number | undefined }) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  const { beside, indicator, area, breakdown, period, scenario } = node;
  if (beside === null) return null;
  const { origin } = beside;
  return (
    <div className="ex-beside">
      <p className="ex-row">
        <span>{t.beside[origin]}</span>
        <b>{shownText(beside.value, node, language)}</b>
      </p>
      <p className="ex-row">
        <span>{t.difference}</span>
        <b>{shownDifference(beside.difference, node, language)}</b>
      </p>
      <p className="ex-note">{beside.reason[language]}</p>
      {scenario === "actual" ? (
        <p className="ex-note">
          <ExplainLink
            cell={{ indicator, area, breakdown, period: period.id }}
            view={{ asOf, origin }}
            className="link"
          >
            {t.seeOther[origin]}
          </ExplainLink>
        </p>
      ) : null}
    </div>
  );
}
