import "../../feed-entry/common/feed-entry.css";
import type { EntryRow } from "@bochiso/shared/entry";
import { formatNumber } from "@bochiso/shared/i18n";
import type { PullPreview } from "@bochiso/shared/pull";
import { useEffect, useRef } from "react";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { ScrollBox, Sheet } from "../../../ui/index.ts";
import { EffectSheet } from "../../feed-entry/common/effect-sheet.tsx";
import { RecordErrors } from "./record-errors.tsx";
import { sizeText } from "./size-text.ts";
import { pullWords } from "./words.ts";

/** What a run would do at this moment: what the source answered, what is made of it, what that would change. */
export function PreviewSheet({ preview, onClose }: { preview: PullPreview; onClose: () => void }) {
  const t = useWords(pullWords);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, { lang: language, decimals: 0 });
  const close = useRef<HTMLButtonElement>(null);
  // It stands below the runs: whoever asked for it is led there.
  useEffect(() => close.current?.focus(), []);
  const { httpStatus, bytes, records, rowCount, leftOut, rows, errors, errorCount, effect, wouldRefuse } = preview;
  return (
    <>
      <Sheet
        title={t.preview}
        className="wide"
        more={
          <button ref={close} type="button" className="btn" onClick={onClose}>
            {t.close}
          </button>
        }
      >
        <div className="fd-body fd-pull">
          <p className="fd-note">{t.previewNote}.</p>
          <p>
            {t.previewOf(httpStatus, sizeText(bytes, language))} {t.previewRows(number(records), number(rowCount))}
            {leftOut === 0 ? null : ` ${t.leftOut(number(leftOut))}`}
          </p>
          {wouldRefuse ? <p className="bad">{t.wouldRefuse}</p> : null}
          {errorCount === 0 ? null : (
            <>
              <h3 className="fd-h3">{t.faults(errorCount)}</h3>
              <RecordErrors errors={errors} />
            </>
          )}
          {rows.length === 0 ? null : <Rows rows={rows} />}
        </div>
      </Sheet>
      {effect === null ? null : <EffectSheet effect={effect} nameOf={(row) => t.record(row + 1)} />}
    </>
  );
}

function Rows({ rows }: { rows: readonly EntryRow[] }) {
  const t = useWords(pullWords);
  const { indicator, area, period, value, status } = t.columns;
  return (
    <details>
      <summary>{t.firstRows(rows.length)}</summary>
      <ScrollBox className="fd-scroll" label={t.firstRows(rows.length)}>
        <table className="fd-table">
          <thead>
            <tr>
              {[indicator, area, period].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col" className="r">
                {value}
              </th>
              <th scope="col">{status}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={JSON.stringify(row)}>
                <th scope="row">
                  <code>{row.indicator}</code>
                  {row.breakdown === undefined ? null : <small>{Object.values(row.breakdown).join(" · ")}</small>}
                </th>
                <td data-name={area}>{row.area}</td>
                <td data-name={period}>{row.period}</td>
                <td data-name={value} className="r">
                  {row.value ?? "—"}
                </td>
                <td data-name={status}>{row.status ?? "A"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
