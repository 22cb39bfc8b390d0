import type { FileReading } from "@bochiso/shared/entry";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { Icon, Sheet } from "../../../ui/index.ts";
import { fileWords } from "./words.ts";

interface Props {
  reading: FileReading;
}

const SHOWN = 40;
const MARKS = { error: "s-nguyco", warning: "s-cham", info: "s-khong" } as const;

/** What was read from a file, and what the person should know about it: where, what, what to do. */
export function ReadingSheet({ reading }: Props) {
  const t = useWords(fileWords);
  const { sheets, template, rows, name } = reading;
  const facts = [
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
    </Sheet>
  );
}

function Findings({ reading }: Pick<Props, "reading">) {
  const t = useWords(fileWords);
  const text = useText();
  const { findings, findingCount } = reading;
  if (findingCount === 0) return null;
  const more = findingCount - Math.min(SHOWN, findings.length);
  return (
    <section className="fe-part">
      <h3>{t.findings(findingCount)}</h3>
      <ul className="fe-list">
        {findings.slice(0, SHOWN).map((finding) => (
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
