import { formatDate, REVIEW_WORDS } from "@bochiso/shared/i18n";
import type { IndicatorModel } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { clauseText, useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Icon, Sheet } from "../../ui/index.ts";
import { definitionRows } from "./model/definition-rows.ts";
import { indicatorWords } from "./words.ts";

/** Every attribute of Art. 10.4.d; what is missing is said to be missing. */
export function DefinitionSheet({ model }: { model: IndicatorModel }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const { definition: it, agencyName, dimensions } = model;
  const rows = definitionRows(it, { agencyName: agencyName[language], dimensions }, language);
  const from = it.effectiveFrom === null ? null : t.effectiveFrom(formatDate(Date.parse(it.effectiveFrom), language));
  return (
    <Sheet className="ind-definition" title={t.definitionTitle} note={t.definitionNote(it.code, it.version)}>
      <dl className="ind-def">
        {rows.map((row) => (
          <div key={row.name}>
            <dt>
              {row.name}
              {language !== "vi" && row.original && row.lines.length > 0 ? <small> ({t.originalOnly})</small> : null}
            </dt>
            {row.lines.length === 0 ? (
              <dd className="lack">{t.missingAttribute}</dd>
            ) : (
              row.lines.map((line) => (
                <dd key={line} lang={row.original ? "vi" : undefined}>
                  {row.formula ? <Formula definition={it} line={line} /> : line}
                </dd>
              ))
            )}
          </div>
        ))}
        <div>
          <dt>{t.versions}</dt>
          <dd>{t.versionLine(it.version, [t.inForce, from].filter(Boolean).join(", "))}</dd>
        </div>
        <div>
          <dt>{t.review}</dt>
          <dd className={it.review === "reviewed" ? undefined : "lack"}>{REVIEW_WORDS[it.review][language]}</dd>
        </div>
      </dl>
    </Sheet>
  );
}

/** The formula as written, and where to read what it says and try it. */
function Formula({ definition, line }: { definition: IndicatorModel["definition"]; line: string }) {
  const t = useWords(indicatorWords);
  const { formula, periodType } = definition;
  if (formula === null) return line;
  return (
    <>
      <code>{line}</code>
      <Link to="/cong-thuc" search={{ ct: formula, kt: periodType }} className="link ind-try">
        {t.tryFormula}
      </Link>
    </>
  );
}

/** What the definition does not answer yet, each with the clause that asks for it. */
export function ChecklistSheet({ model }: { model: IndicatorModel }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const { gaps } = model;
  return (
    <div className="sheet ind-checklist">
      <section aria-label={t.checklist}>
        <div className="head">
          <h2>{t.checklist}</h2>
          {gaps.length === 0 ? null : <p>{t.checklistNote(gaps.length)}</p>}
        </div>
        <ul className="ind-checks">
          {gaps.length === 0 ? (
            <li className="good">
              <Icon name="s-dat" size={14} className="st-dat" />
              <span>{t.checklistDone}</span>
            </li>
          ) : (
            gaps.map((gap) => (
              <li key={`${gap.clause}|${gap.text.vi}`} className="doubt">
                <Icon name="i-flag" size={14} />
                <span>
                  {gap.text[language]}
                  <small>{clauseText(gap.clause, language)}</small>
                </span>
              </li>
            ))
          )}
        </ul>
      </section>
    </div>
  );
}
