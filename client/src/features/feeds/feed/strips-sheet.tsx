import type { FeedModel, FeedStrip } from "@bochiso/shared/feed";
import { PERIOD_TYPE_WORDS } from "@bochiso/shared/i18n";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Notice, ScrollBox, Sheet } from "../../../ui/index.ts";
import { byPeriodType } from "../common/by-period-type.ts";
import { periodText } from "../common/period-text.ts";
import { StripBars, StripLegend, StripMark } from "../common/strip-bars.tsx";
import { stripSentence } from "../common/strip-sentence.ts";
import { stripWords } from "../common/strip-words.ts";
import { TableHead } from "../common/table-head.tsx";
import { standingPartWords } from "./standing-words.ts";

/** One strip for each type of period the feed has ever sent, each with its sentence and its table. */
export function StripsSheet({ model: { strips, judgedSince, connected } }: { model: FeedModel }) {
  const t = useWords(standingPartWords);
  const language = useLanguage();
  return (
    <Sheet title={connected || strips.length === 0 ? t.strips : t.stripsPublished} className="wide fd-strips">
      {strips.length === 0 ? <Notice title={t.noStrip} /> : null}
      <div className="fd-strips-in">
        {strips.toSorted(byPeriodType).map((strip) => (
          <OneStrip key={strip.periodType} strip={strip} />
        ))}
      </div>
      {strips.length === 0 ? null : (
        <div className="fd-body">
          {judgedSince === null || !connected ? null : (
            <p className="fd-note">{t.stripsNote(formatReceived(judgedSince, language))}</p>
          )}
          <StripLegend strips={strips} />
        </div>
      )}
    </Sheet>
  );
}

function OneStrip({ strip }: { strip: FeedStrip }) {
  const t = useWords(standingPartWords);
  const language = useLanguage();
  return (
    <section>
      <h3>{t.stripOf(PERIOD_TYPE_WORDS[strip.periodType][language])}</h3>
      <StripBars strip={strip} />
      <p className="fd-note" aria-hidden="true">
        {stripSentence(strip, language)}
      </p>
      <details>
        <summary>
          {t.table}
          <span className="vh"> – {PERIOD_TYPE_WORDS[strip.periodType][language]}</span>
        </summary>
        <StripTable strip={strip} />
      </details>
    </section>
  );
}

function StripTable({ strip }: { strip: FeedStrip }) {
  const t = useWords(standingPartWords);
  const states = useWords(stripWords);
  const language = useLanguage();
  const heads = [t.period, t.state, t.dueAt, t.received, t.expected, t.onTime, t.late, t.lacking, t.cells];
  return (
    <ScrollBox className="fd-scroll" label={t.table}>
      <table className="fd-table">
        <TableHead heads={heads} />
        <tbody>
          {strip.cells.toReversed().map((cell) => (
            <tr key={cell.period}>
              <th scope="row">{periodText(cell.period, language)}</th>
              <td data-name={t.state}>
                <span className="fd-more">
                  <StripMark state={cell.state} /> {states[cell.state]}
                </span>
              </td>
              <td data-name={t.dueAt}>{cell.dueAt === null ? "—" : formatReceived(cell.dueAt, language)}</td>
              <td data-name={t.received}>{cell.firstAt === null ? "—" : formatReceived(cell.firstAt, language)}</td>
              <td data-name={t.expected}>{cell.expected}</td>
              <td data-name={t.onTime}>{cell.onTime}</td>
              <td data-name={t.late}>{cell.late}</td>
              <td data-name={t.lacking}>{cell.missing}</td>
              <td data-name={t.cells}>{cell.cells}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
