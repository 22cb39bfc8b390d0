import { formatNumber } from "@bochiso/shared/i18n";
import type { ExplanationNode } from "@bochiso/shared/screen";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { Icon } from "../../ui/index.ts";
import { formulaParts, hasValuesInPlace } from "./model/formula-parts.ts";
import { growthLine } from "./model/growth-line.ts";
import { capitalized, operandName, valueText } from "./model/node-view.ts";
import { shownText, storedText } from "./model/shown-text.ts";
import { explanationWords } from "./words.ts";

/**
 * The formula with the value of each operand in its place, all in the units the formula works in; where a function works on
 * them, in words and as written. The result is told in those units too, and as cards show it.
 */
export function FormulaLine({ node }: { node: ExplanationNode }) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  const formula = node.formula ?? "";
  const inPlace = hasValuesInPlace(formula, node.operands);
  const growth = growthLine(node, language);
  return (
    <div className="ex-formula">
      <p>
        <span className="vh">{t.formula}: </span>
        {inPlace || node.formulaText === null ? <InPlace node={node} /> : capitalized(node.formulaText[language])}
        {growth === null ? null : <span className="ex-figures"> = {growth}</span>} <Result node={node} />
      </p>
      <PartialNote node={node} />
      <p className="ex-raw">
        {inPlace ? null : <code>{formula}</code>}
        {node.definitionVersion === null ? null : <small>{t.version(node.definitionVersion)}</small>}
      </p>
    </div>
  );
}

/** That the number stands on operands that are not whole, and on how much of the least covered one. */
function PartialNote({ node: { partial } }: { node: ExplanationNode }) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  if (partial === null) return null;
  const number = (value: number) => formatNumber(value, { lang: language, decimals: 0 });
  const { have, of } = partial.coverage;
  return (
    <p className="ex-coverage">
      <Icon name="s-cham" size={12} />
      <span>
        {t.coverage(number(have), number(of), partial.parts[language])}. {t.partialFormula}
      </span>
    </p>
  );
}

function Result({ node }: { node: ExplanationNode }) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  const isOther = storedText(node.value, node, language) !== null;
  return (
    <span className="ex-result">
      = <b>{valueText(node.value, node, language)}</b>
      {isOther ? <span>, {t.shownAs(shownText(node.value, node, language))}</span> : null}
    </span>
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
