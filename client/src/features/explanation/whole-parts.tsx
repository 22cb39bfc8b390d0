import type { ExplanationNode } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { explainQuery, useSource } from "../../lib/source/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { Icon } from "../../ui/index.ts";
import { completeNode } from "./model/complete-node.ts";
import { partName, partWeight, wholeView } from "./model/whole-view.ts";
import { ShownValue } from "./node-facts.tsx";
import { explanationWords } from "./words.ts";

interface Props {
  node: ExplanationNode;
  isOpen: boolean;
  asOf?: number | undefined;
  /** What stands below the name and value of a part. */
  children: (part: ExplanationNode) => ReactNode;
}

/** A whole: how it is made, how much of it is there, and its parts, those without a number first. */
export function WholeParts({ node, isOpen, asOf, children }: Props) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  const view = wholeView(node, language);
  const [isAsked, setAsked] = useState(false);
  const rest = useRest(node, { isAsked, asOf });
  if (view === null || node.whole === null) return null;
  const parts = rest ?? node.operands;
  return (
    <>
      <div className="ex-formula">
        <p>
          {view.said}
          {view.figures === null ? null : <span className="ex-figures">: {view.figures}</span>}
        </p>
        {view.coverage === null ? null : (
          <p className="ex-coverage">
            <Icon name="s-cham" size={12} />
            <span>
              {view.coverage}. {view.consequence}
            </span>
          </p>
        )}
        {node.definitionVersion === null ? null : (
          <p className="ex-raw">
            <small>{t.version(node.definitionVersion)}</small>
          </p>
        )}
      </div>
      {parts.length === 0 ? null : (
        <details open={isOpen}>
          <summary>
            {t.parts(node.whole.parts[language])} (
            {rest === null ? node.operands.length + (node.omitted?.count ?? 0) : rest.length})
          </summary>
          <ul className="ex-tree">
            {parts.map((part) => (
              <Part key={`${part.area}|${part.breakdown}|${part.period.id}`} part={part} whole={node}>
                {children(part)}
              </Part>
            ))}
          </ul>
          {view.omitted === null || rest !== null ? null : (
            <p className="ex-note ex-more">
              {view.omitted}.{" "}
              <button type="button" className="link" disabled={isAsked} onClick={() => setAsked(true)}>
                {t.showAll}
              </button>
            </p>
          )}
        </details>
      )}
    </>
  );
}

/** Every part, once asked for; null before that and while they are on their way. */
function useRest(
  { indicator, area, breakdown, period, origin }: ExplanationNode,
  { isAsked, asOf }: { isAsked: boolean; asOf: number | undefined },
): ExplanationNode[] | null {
  const input = { indicator, area, breakdown, period: period.id, measure: "value", all: true } as const;
  const asked = { ...input, asOf, origin: origin ?? undefined };
  const { data } = useQuery({ ...explainQuery(useSource(), asked), enabled: isAsked });
  return data === undefined ? null : data.operands.map(completeNode);
}

function Part({ part, whole, children }: { part: ExplanationNode; whole: ExplanationNode; children: ReactNode }) {
  const language = useLanguage();
  const weight = partWeight(part, language);
  return (
    <li className={classNames(part.value.kind !== "number" && "ex-bad")}>
      <p className="ex-row">
        <span className="ex-name">{partName(part, whole, language)}</span>
        <ShownValue value={part.value} node={part} />
      </p>
      {weight === "" ? null : <p className="ex-note">{weight}</p>}
      {children}
    </li>
  );
}
