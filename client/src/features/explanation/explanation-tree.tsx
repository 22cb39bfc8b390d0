import { MISSING_TEXT } from "@bochiso/shared/i18n";
import type { ExplanationNode } from "@bochiso/shared/screen";
import { useMemo } from "react";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { SimulatedMark } from "../../ui/index.ts";
import { Beside } from "./beside.tsx";
import { ExplainLink } from "./explain-link.tsx";
import { FormulaLine } from "./formula-line.tsx";
import { completeNode } from "./model/complete-node.ts";
import { type OperandWindow, operandGroups } from "./model/operand-groups.ts";
import { onTreeKey } from "./model/tree-keys.ts";
import { NodeFacts, ShownValue } from "./node-facts.tsx";
import { WholeParts } from "./whole-parts.tsx";
import { explanationWords } from "./words.ts";

/** Levels that stand open from the start. */
const OPEN_LEVELS = 3;

interface Props {
  node: ExplanationNode;
  /** The commit the whole explanation is as of; undefined: the present. */
  asOf?: number | undefined;
}

/** A node with everything it was made of, down to the values that were sent. Arrow keys go through its headings. */
export function ExplanationTree({ node, asOf }: Props) {
  const complete = useMemo(() => completeNode(node), [node]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: adds arrow keys to native disclosures that work without them
    <div className="ex-root" onKeyDown={onTreeKey}>
      <TreeNode node={complete} level={0} asOf={asOf} />
    </div>
  );
}

interface NodeProps extends Props {
  level: number;
}

function TreeNode({ node, level, asOf }: NodeProps) {
  const t = useWords(explanationWords);
  const cell = { indicator: node.indicator, area: node.area, breakdown: node.breakdown, period: node.period.id };
  return (
    <div className="ex-node">
      <NodeFacts node={node} />
      {node.formula === null ? null : <FormulaLine node={node} />}
      {node.beside === null ? null : <Beside node={node} asOf={asOf} />}
      {node.whole === null ? (
        <Operands node={node} level={level} asOf={asOf} />
      ) : (
        <WholeParts node={node} isOpen={level < OPEN_LEVELS - 1} asOf={asOf}>
          {(part) => <TreeNode key={keyOf(part)} node={part} level={level + 1} asOf={asOf} />}
        </WholeParts>
      )}
      {node.truncated && (node.whole === null || node.operands.length === 0) ? (
        <p className="ex-note">
          {t.truncated}:{" "}
          <ExplainLink cell={cell} view={{ asOf }} className="link">
            {t.open}
          </ExplainLink>
        </p>
      ) : null}
    </div>
  );
}

function Operands({ node, level, asOf }: NodeProps) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  if (node.operands.length === 0) return null;
  return (
    <details open={level < OPEN_LEVELS}>
      <summary>
        {t.inputs} ({node.operands.length + (node.omitted?.count ?? 0)})
      </summary>
      <ul className="ex-tree">
        {operandGroups(node.operands, language).map((group) =>
          group.kind === "one" ? (
            <Operand key={keyOf(group.operand)} operand={group.operand} level={level} asOf={asOf} />
          ) : (
            <Window key={keyOf(group.newest)} window={group} level={level} asOf={asOf} />
          ),
        )}
      </ul>
    </details>
  );
}

const keyOf = ({ ref, area, breakdown, period, scenario }: ExplanationNode) =>
  `${ref}|${area}|${breakdown}|${period.id}|${scenario}`;

function Operand({ operand, level, asOf }: { operand: ExplanationNode } & Omit<NodeProps, "node">) {
  const language = useLanguage();
  return (
    <li className={classNames(operand.value.kind !== "number" && "ex-bad")}>
      <p className="ex-row">
        <span className="ex-name">{operand.name[language]}</span>
        <ShownValue value={operand.value} node={operand} />
      </p>
      <TreeNode node={operand} level={level + 1} asOf={asOf} />
    </li>
  );
}

/** The periods that a cumulating function read: what they come to, and on demand each of them. */
function Window({ window, level, asOf }: { window: OperandWindow } & Omit<NodeProps, "node">) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  const { newest, label, total, operands } = window;
  return (
    <li className={classNames(total === null && "ex-bad")}>
      <p className="ex-row">
        <span className="ex-name">{newest.name[language]}</span>
        {total === null ? <b>{MISSING_TEXT}</b> : <ShownValue value={total} node={newest} />}
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
            <Operand key={keyOf(operand)} operand={operand} level={level + 1} asOf={asOf} />
          ))}
        </ul>
      </details>
    </li>
  );
}
