import type { FormulaProblem } from "@bochiso/shared/formula";
import type { FormulaCheckModel } from "@bochiso/shared/screen";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Icon } from "../../ui/index.ts";
import { markedParts } from "./model/marked-parts.ts";
import { formulaWords } from "./words.ts";

interface Props {
  text: string;
  found: FormulaCheckModel;
  /** Selects a stretch of the text. */
  show: (start: number, end: number) => void;
  replace: (start: number, end: number, name: string) => void;
}

/** What the checker says: unit, reading and conversions, or every fault with its place. */
export function CheckResult({ text, found, show, replace }: Props) {
  return found.ok ? (
    <Good text={text} found={found} />
  ) : (
    <Faults text={text} problems={found.problems} show={show} replace={replace} />
  );
}

function Good({ text, found }: { text: string; found: FormulaCheckModel & { ok: true } }) {
  const t = useWords(formulaWords);
  const language = useLanguage();
  return (
    <div className="fx-good">
      <p className="fx-verdict">
        <Icon name="s-dat" size={16} className="st-dat" /> {t.good}
      </p>
      {found.truth ? <p>{t.truth}</p> : null}
      <dl>
        <div>
          <dt>{t.unit}</dt>
          <dd>{found.unit?.[language] ?? t.noUnit}</dd>
        </div>
        <div>
          <dt>{t.reads}</dt>
          <dd>{found.words[language]}</dd>
        </div>
        {found.printed === text.trim() ? null : (
          <div>
            <dt>{t.printed}</dt>
            <dd>
              <code>{found.printed}</code>
            </dd>
          </div>
        )}
        {found.conversions.length === 0 ? null : (
          <div>
            <dt>{t.conversions}</dt>
            {found.conversions.map((each) => (
              <dd key={`${each.start} ${each.text.vi}`}>{each.text[language]}</dd>
            ))}
          </div>
        )}
      </dl>
      {found.canEvaluate ? null : <p>{t.tooMuch}</p>}
    </div>
  );
}

function Faults({ text, problems, show, replace }: { problems: readonly FormulaProblem[] } & Omit<Props, "found">) {
  const t = useWords(formulaWords);
  const language = useLanguage();
  return (
    <div className="fx-faults">
      <p className="fx-verdict">
        <Icon name="s-nguyco" size={16} className="st-nguyco" /> {t.faults(problems.length)}
      </p>
      <pre aria-hidden="true">
        {markedParts(
          text,
          problems.map(({ span }) => span),
        ).map((part, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other identity
          part.marked ? <mark key={index}>{part.text}</mark> : part.text,
        )}
      </pre>
      <ul>
        {problems.map(({ code, span, text: reason, nearest }) => (
          <li key={`${code} ${span.start} ${span.end}`}>
            <button type="button" className="link" onClick={() => show(span.start, span.end)}>
              {t.place(span.line, span.column)}
            </button>
            <span>{reason[language]}</span>
            {nearest === null ? null : (
              <button type="button" className="link" onClick={() => replace(span.start, span.end, nearest)}>
                {t.replace(nearest)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
