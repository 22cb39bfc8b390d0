import {
  BINARY_OPERATORS,
  BINARY_WORDS,
  CATEGORY_WORDS,
  FORMULA_LIMITS,
  type FormulaRule,
  FUNCTION_CATEGORIES,
  FUNCTION_NAMES,
  FUNCTION_TABLE,
  type FunctionCategory,
  type FunctionName,
  functionReading,
  functionSignature,
  isBinaryOperator,
  MISSING_RULE_WORDS,
  PARAMETER_WORDS,
  PERIOD_RULES,
  REFERENCE_RULES,
  UNARY_OPERATORS,
  UNARY_WORDS,
  UNIT_RULE_WORDS,
} from "@bochiso/shared/formula";
import { formatNumber } from "@bochiso/shared/i18n";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Sheet } from "../../ui/index.ts";
import { formulaWords } from "./words.ts";

/** Puts an example into the box where formulas are tried. */
export type TryExample = (example: string) => void;

function Example({ example, onTry }: { example: string; onTry: TryExample }) {
  const t = useWords(formulaWords);
  return (
    <button type="button" className="fx-example" aria-label={t.tryExample(example)} onClick={() => onTry(example)}>
      <code>{example}</code>
    </button>
  );
}

/** Every function, by category; rows of the one table that the parser and the checker read. */
export function FunctionTables({ onTry }: { onTry: TryExample }) {
  const t = useWords(formulaWords);
  return (
    <Sheet className="wide fx-doc" title={t.functions} note={String(FUNCTION_NAMES.length)}>
      {FUNCTION_CATEGORIES.map((category) => (
        <CategoryTable key={category} category={category} onTry={onTry} />
      ))}
    </Sheet>
  );
}

function CategoryTable({ category, onTry }: { category: FunctionCategory; onTry: TryExample }) {
  const t = useWords(formulaWords);
  const language = useLanguage();
  return (
    <table className="fx-functions">
      <caption>{CATEGORY_WORDS[category][language]}</caption>
      <thead>
        <tr>
          <th scope="col">{t.function}</th>
          <th scope="col">{t.meaning}</th>
          <th scope="col">{t.unitRule}</th>
          <th scope="col">{t.missingRule}</th>
          <th scope="col">{t.example}</th>
        </tr>
      </thead>
      <tbody>
        {FUNCTION_NAMES.filter((name) => FUNCTION_TABLE[name].category === category).map((name) => (
          <FunctionLine key={name} name={name} onTry={onTry} />
        ))}
      </tbody>
    </table>
  );
}

function FunctionLine({ name, onTry }: { name: FunctionName; onTry: TryExample }) {
  const t = useWords(formulaWords);
  const language = useLanguage();
  const { text, unit, missing, example, parameters } = FUNCTION_TABLE[name];
  // Numbers are the rule; only what must be something else is worth a word.
  const special = parameters.filter(({ kind }) => kind !== "number" && kind !== "any");
  return (
    <tr id={`ham-${name}`}>
      <th scope="row">
        <code>{functionSignature(name)}</code>
        {special.length === 0 ? null : (
          <small>
            {t.parameters(special.map((each) => `${each.name}: ${PARAMETER_WORDS[each.kind][language]}`).join("; "))}
          </small>
        )}
      </th>
      <td>
        {text[language]}
        <small>{t.readAs(functionReading(name, language))}</small>
      </td>
      <td data-name={t.unitRule}>{UNIT_RULE_WORDS[unit][language]}</td>
      <td data-name={t.missingRule}>{MISSING_RULE_WORDS[missing][language]}</td>
      <td>
        <Example example={example} onTry={onTry} />
      </td>
    </tr>
  );
}

interface OperatorLine {
  sign: string;
  text: { vi: string; en: string };
  precedence: number;
}

/** Tightest first. */
const OPERATORS: readonly OperatorLine[] = [
  ...Object.entries(BINARY_OPERATORS).flatMap(([sign, { precedence }]) =>
    isBinaryOperator(sign) ? [{ sign: `a ${sign} b`, text: BINARY_WORDS[sign], precedence }] : [],
  ),
  { sign: "-a", text: UNARY_WORDS["-"], precedence: UNARY_OPERATORS["-"] },
  { sign: "+a", text: UNARY_WORDS["+"], precedence: UNARY_OPERATORS["+"] },
  { sign: "not a", text: UNARY_WORDS.not, precedence: UNARY_OPERATORS.not },
].toSorted((a, b) => b.precedence - a.precedence);

const LEVELS = [...new Set(OPERATORS.map(({ precedence }) => precedence))];

export function OperatorTable() {
  const t = useWords(formulaWords);
  const language = useLanguage();
  return (
    <Sheet className="fx-doc fx-half" title={t.operators}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.order}</th>
            <th scope="col">{t.operator}</th>
            <th scope="col">{t.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {OPERATORS.map(({ sign, text, precedence }) => (
            <tr key={sign}>
              <td>{LEVELS.indexOf(precedence) + 1}</td>
              <th scope="row">
                <code>{sign}</code>
              </th>
              <td>{text[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

function RuleTable({ rules, caption, onTry }: { rules: readonly FormulaRule[]; caption: string; onTry: TryExample }) {
  const t = useWords(formulaWords);
  const language = useLanguage();
  return (
    <table>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.form}</th>
          <th scope="col">{t.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ form, text, example }) => (
          <tr key={form.vi}>
            <th scope="row">
              <b>{form[language]}</b>
            </th>
            <td>
              {text[language]} <Example example={example} onTry={onTry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How operands are named, how their periods meet, and how large a formula may be. */
export function ReferenceTables({ onTry }: { onTry: TryExample }) {
  const t = useWords(formulaWords);
  const lang = useLanguage();
  const number = (value: number) => formatNumber(value, { lang, decimals: 0 });
  return (
    <div className="fx-half fx-stack">
      <Sheet className="fx-doc" title={t.references}>
        <RuleTable rules={REFERENCE_RULES} caption={t.references} onTry={onTry} />
      </Sheet>
      <Sheet className="fx-doc" title={t.periods}>
        <RuleTable rules={PERIOD_RULES} caption={t.periods} onTry={onTry} />
      </Sheet>
      <Sheet className="fx-doc" title={t.limits}>
        <p>{t.limitsText(number(FORMULA_LIMITS.length), number(FORMULA_LIMITS.depth), number(FORMULA_LIMITS.nodes))}</p>
      </Sheet>
    </div>
  );
}
