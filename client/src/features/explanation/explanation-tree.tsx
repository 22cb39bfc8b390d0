import type { ExplanationNode } from "@bochiso/shared/screen";
import { useServerTime } from "../../lib/clock/index.ts";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { Icon, SimulatedMark } from "../../ui/index.ts";
import { ExplainLink } from "./explain-link.tsx";
import { formulaParts, hasValuesInPlace } from "./model/formula-parts.ts";
import { absenceText, differenceText, placeText, provenance, valueText } from "./model/node-view.ts";
import { explanationWords } from "./words.ts";

/** Levels that stand open from the start. */
const OPEN_LEVELS = 3;

/** A node with everything it was made of, down to the values that were sent. */
export function ExplanationTree({ node, level = 0 }: { node: ExplanationNode; level?: number }) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  return (
    <div className="ex-node">
      <NodeFacts node={node} />
      {node.formula === null ? null : <Formula node={node} />}
      {node.beside === null ? null : <Beside node={node} />}
      {node.operands.length === 0 ? null : (
        <details open={level < OPEN_LEVELS}>
          <summary>
            {t.inputs} ({node.operands.length})
          </summary>
          <ul className="ex-tree">
            {node.operands.map((operand) => (
              <li
                key={`${operand.ref}|${operand.area}|${operand.breakdown}|${operand.period.id}|${operand.scenario}`}
                className={classNames(operand.value.kind !== "number" && "ex-bad")}
              >
                <p className="ex-row">
                  <span className="ex-name">{operand.name[language]}</span>
                  <b>{valueText(operand.value, operand, language)}</b>
                </p>
                <ExplanationTree node={operand} level={level + 1} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {node.truncated ? (
        <p className="ex-note">
          {t.truncated}:{" "}
          <ExplainLink
            cell={{ indicator: node.indicator, area: node.area, breakdown: node.breakdown, period: node.period.id }}
            className="link"
          >
            {t.open}
          </ExplainLink>
        </p>
      ) : null}
    </div>
  );
}

function NodeFacts({ node }: { node: ExplanationNode }) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  const now = useServerTime(60_000);
  const absence = absenceText(node.value, language);
  const origin = node.origin === null ? null : t[node.origin];
  return (
    <>
      <p className="ex-place">
        {placeText(node, language)}
        {origin === null ? "" : ` · ${origin}`} {node.simulated ? <SimulatedMark /> : null}
      </p>
      {absence === null ? null : (
        <p className="ex-absent">
          <Icon name="s-nguyco" size={12} />
          {absence}
        </p>
      )}
      {provenance(node, language, now).map((line) => (
        <p key={line} className="ex-note">
          {line}
        </p>
      ))}
    </>
  );
}

/** The formula with the value of each operand in its place. */
function Formula({ node }: { node: ExplanationNode }) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  const inPlace = hasValuesInPlace(node.operands);
  return (
    <p className="ex-formula">
      <span className="vh">{t.formula}: </span>
      {formulaParts(node.formula ?? "", node.operands).map((part, index) => {
        const key = `${index}${part.kind}`;
        if (part.kind === "text") return <code key={key}>{part.text}</code>;
        const { operand } = part;
        return (
          <span key={key} className={classNames("ex-operand", operand.value.kind !== "number" && "ex-bad")}>
            {operand.name[language]}
            {inPlace ? <b> {valueText(operand.value, operand, language)}</b> : null}
          </span>
        );
      })}{" "}
      <span className="ex-result">
        = <b>{valueText(node.value, node, language)}</b>
      </span>
      {node.definitionVersion === null ? null : <small> {t.version(node.definitionVersion)}</small>}
    </p>
  );
}

/** The other origin of the same cell, with what explains the difference. */
function Beside({ node }: { node: ExplanationNode }) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  const { beside } = node;
  if (beside === null) return null;
  return (
    <div className="ex-beside">
      <p className="ex-row">
        <span>{t.beside[beside.origin]}</span>
        <b>{valueText(beside.value, node, language)}</b>
      </p>
      <p className="ex-row">
        <span>{t.difference}</span>
        <b>{differenceText(beside.difference, node, language)}</b>
      </p>
      <p className="ex-note">{beside.reason[language]}</p>
    </div>
  );
}
