import type { EntryOutcome, FileReading } from "@bochiso/shared/entry";
import { formatNumber } from "@bochiso/shared/i18n";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { Icon, ScrollBox, Sheet } from "../../../ui/index.ts";
import { entryCommonWords } from "../common/words.ts";
import { fileWords } from "./words.ts";

interface Props {
  reading: FileReading;
  outcomes: readonly EntryOutcome[];
}

const SHOWN = { findings: 40, rows: 200 };
const MARKS = { error: "s-nguyco", warning: "s-cham", info: "s-khong" } as const;

/** What was read from a file, and what the person should know about it: where, what, what to do. */
export function ReadingSheet({ reading, outcomes }: Props) {
  const t = useWords(fileWords);
  const { layout, sheets, template, rows, name } = reading;
  const facts = [
    layout === null ? null : t.layout[layout],
    template === null ? null : t.templateOf(template.period),
    ...(sheets.length > 1 ? sheets.map((sheet) => t.sheet(sheet.name, sheet.read)) : []),
  ].filter((it) => it !== null);
  return (
    <Sheet
      className="wide"
      id="doc-tep"
      title={t.read}
      note={rows.length === 0 ? t.noRows : t.facts(rows.length, name)}
    >
      {facts.length > 0 ? <p className="fe-part soft">{facts.join(" · ")}</p> : null}
      <Findings reading={reading} />
      {rows.length > 0 ? <Rows reading={reading} outcomes={outcomes} /> : null}
    </Sheet>
  );
}

function Findings({ reading }: Pick<Props, "reading">) {
  const t = useWords(fileWords);
  const text = useText();
  const { findings, findingCount } = reading;
  if (findingCount === 0) return null;
  const more = findingCount - Math.min(SHOWN.findings, findings.length);
  return (
    <section className="fe-part">
      <h3>{t.findings(findingCount)}</h3>
      <ul className="fe-list">
        {findings.slice(0, SHOWN.findings).map((finding) => (
          <li key={`${finding.code} ${finding.place} ${finding.text.vi}`} className={`fe-f-${finding.severity}`}>
            <b>
              <Icon name={MARKS[finding.severity]} size={13} /> {t.severity[finding.severity]}
              {finding.place === null ? null : (
                <>
                  {" "}
                  <code>{finding.place}</code>
                </>
              )}
            </b>
            <span>{text(finding.text)}</span>
            <small>{text(finding.advice)}</small>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="soft">{t.moreFindings(more)}</p> : null}
    </section>
  );
}

function Rows({ reading, outcomes }: Props) {
  const t = useWords(fileWords);
  const common = useWords(entryCommonWords);
  const lang = useLanguage();
  const { rows, places } = reading;
  const more = rows.length - SHOWN.rows;
  return (
    <details className="fe-part">
      <summary>{t.rows(rows.length)}</summary>
      <ScrollBox className="fe-scroll" label={t.rows(rows.length)}>
        <table className="fe-table">
          <thead>
            <tr>
              {[t.place, t.indicator, t.area, t.period2].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col" className="r">
                {t.value}
              </th>
              <th scope="col">{t.status}</th>
              <th scope="col">{t.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN.rows).map((row, at) => (
              <tr key={places[at]}>
                <th scope="row">{places[at]}</th>
                <td>
                  <code>{row.indicator}</code>
                  <small>
                    {Object.entries(row.breakdown ?? {})
                      .map(([dimension, code]) => `${dimension} = ${code}`)
                      .join(", ")}
                  </small>
                </td>
                <td>{row.area}</td>
                <td>{row.period}</td>
                <td className="r">{row.value === null ? "—" : shownNumber(row.value, lang)}</td>
                <td>{row.status ?? ""}</td>
                <td>{common.outcome[outcomes[at] ?? "rejected"]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {more > 0 ? <p className="soft">{t.moreRows(more)}</p> : null}
    </details>
  );
}

function shownNumber(text: string, lang: "vi" | "en"): string {
  const at = text.indexOf(".");
  return formatNumber(text, { lang, decimals: at < 0 ? 0 : Math.min(20, text.length - at - 1) });
}
