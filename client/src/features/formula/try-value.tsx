import { MISSING_REASON_WORDS, OBSERVATION_STATUS_WORDS, VALUE_ERROR_WORDS } from "@bochiso/shared/i18n";
import type { Value } from "@bochiso/shared/observation";
import type { ExplanationNode, FormulaValueModel } from "@bochiso/shared/screen";
import { formatValue, joinUnit } from "../../lib/format/index.ts";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Notice, ScrollBox, SimulatedMark } from "../../ui/index.ts";
import { formulaWords } from "./words.ts";

/** The result of a formula that was tried, with the figures it was computed from. */
export function TryValue({ found }: { found: FormulaValueModel }) {
  const t = useWords(formulaWords);
  const language = useLanguage();
  if (!found.ok) {
    return (
      <div role="status">
        <Notice title={t.noResult}>{found.reason[language]}</Notice>
      </div>
    );
  }
  const { node } = found;
  return (
    <section className="fx-value" aria-label={t.result}>
      <h3>{t.result}</h3>
      <p className="fx-big" role="status">
        {node.value.kind === "number" ? shown(node, language) : t.noNumber(whyNot(node.value, language))}
      </p>
      <p className="fx-at">
        {t.resultOf(node.areaName[language], node.period.label[language])} {node.simulated ? <SimulatedMark /> : null}
      </p>
      {node.operands.length === 0 ? null : <Operands node={node} />}
    </section>
  );
}

function Operands({ node }: { node: ExplanationNode }) {
  const t = useWords(formulaWords);
  const language = useLanguage();
  return (
    <ScrollBox className="fx-table" label={t.operands}>
      <table>
        <caption className="vh">{t.operands}</caption>
        <thead>
          <tr>
            <th scope="col">{t.operand}</th>
            <th scope="col">{t.area}</th>
            <th scope="col">{t.period}</th>
            <th scope="col" className="r">
              {t.value}
            </th>
            <th scope="col">{t.status}</th>
          </tr>
        </thead>
        <tbody>
          {node.operands.map((operand) => (
            <tr key={`${operand.ref} ${operand.area} ${operand.breakdown} ${operand.period.id} ${operand.scenario}`}>
              <th scope="row">
                <code>{operand.indicator}</code>
                <small>
                  {[operand.name, operand.breakdownLabel].flatMap((each) => each?.[language] ?? []).join(" · ")}
                </small>
              </th>
              <td>{operand.areaName[language]}</td>
              <td>{operand.period.label[language]}</td>
              <td className="r">
                {operand.value.kind === "number" ? shown(operand, language) : whyNot(operand.value, language)}
              </td>
              <td>{operand.status === null ? "—" : OBSERVATION_STATUS_WORDS[operand.status][language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Values as formulas see them: in the indicator's own unit, not in that of its card. */
function shown({ value, unit, decimals }: ExplanationNode, language: "vi" | "en"): string {
  return joinUnit(formatValue(value, { display: { unit, factor: 1, decimals }, language }));
}

function whyNot(value: Value, language: "vi" | "en"): string {
  if (value.kind === "missing") return MISSING_REASON_WORDS[value.reason][language];
  return value.kind === "error" ? VALUE_ERROR_WORDS[value.code][language] : "";
}
