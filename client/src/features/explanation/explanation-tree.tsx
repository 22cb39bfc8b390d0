import { MISSING_TEXT } from "@bochiso/shared/i18n";
import type { ExplanationNode } from "@bochiso/shared/screen";
import { useServerTime } from "../../lib/clock/index.ts";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { Icon, SimulatedMark } from "../../ui/index.ts";
import { ExplainLink } from "./explain-link.tsx";
import { formulaParts, hasValuesInPlace } from "./model/formula-parts.ts";
import {
  absenceText,
  capitalized,
  differenceText,
  operandName,
  placeText,
  provenance,
  valueText,
} from "./model/node-view.ts";
import { type OperandWindow, operandGroups } from "./model/operand-groups.ts";
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
            {operandGroups(node.operands, language).map((group) =>
              group.kind === "one" ? (
                <Operand key={keyOf(group.operand)} operand={group.operand} level={level} />
              ) : (
                <Window key={keyOf(group.newest)} window={group} level={level} />
              ),
            )}
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

const keyOf = ({ ref, area, breakdown, period, scenario }: ExplanationNode) =>
  `${ref}|${area}|${breakdown}|${period.id}|${scenario}`;

function Operand({ operand, level }: { operand: ExplanationNode; level: number }) {
  const language = useLanguage();
  return (
    <li className={classNames(operand.value.kind !== "number" && "ex-bad")}>
      <p className="ex-row">
        <span className="ex-name">{operand.name[language]}</span>
        <b>{valueText(operand.value, operand, language)}</b>
      </p>
      <ExplanationTree node={operand} level={level + 1} />
    </li>
  );
}

/** The periods that a cumulating function read: what they come to, and on demand each of them. */
function Window({ window: { newest, label, total, operands }, level }: { window: OperandWindow; level: number }) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  return (
    <li className={classNames(total === null && "ex-bad")}>
      <p className="ex-row">
        <span className="ex-name">{newest.name[language]}</span>
        <b>{total === null ? MISSING_TEXT : valueText(total, newest, language)}</b>
      </p>
      <p className="ex-place">
        {newest.areaName[language]} · {label} {newest.simulated ? <SimulatedMark /> : null}
      </p>
      <details>
        <summary>
          {t.each} ({operands.length})
        </summary>
        <ul className="ex-tree">
          {operands.map((operand) => (
            <Operand key={keyOf(operand)} operand={operand} level={level + 1} />
          ))}
        </ul>
      </details>
    </li>
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

/** The formula with the value of each operand in its place; where a function works on them, in words and as written. */
function Formula({ node }: { node: ExplanationNode }) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  const formula = node.formula ?? "";
  const inPlace = hasValuesInPlace(formula, node.operands);
  return (
    <div className="ex-formula">
      <p>
        <span className="vh">{t.formula}: </span>
        {inPlace || node.formulaText === null ? <InPlace node={node} /> : capitalized(node.formulaText[language])}{" "}
        <span className="ex-result">
          = <b>{valueText(node.value, node, language)}</b>
        </span>
      </p>
      <p className="ex-raw">
        {inPlace ? null : <code>{formula}</code>}
        {node.definitionVersion === null ? null : <small>{t.version(node.definitionVersion)}</small>}
      </p>
    </div>
  );
}

function InPlace({ node }: { node: ExplanationNode }) {
  const language = useLanguage();
  return formulaParts(node.formula ?? "", node.operands).map((part, index) => {
    const key = `${index}${part.kind}`;
    if (part.kind === "text") return <span key={key}>{part.text}</span>;
    const { operand } = part;
    return (
      <span key={key} className={classNames("ex-operand", operand.value.kind !== "number" && "ex-bad")}>
        {operandName(operand, node, language)} <b>{valueText(operand.value, operand, language)}</b>
      </span>
    );
  });
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
