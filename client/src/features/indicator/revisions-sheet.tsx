import { formatPercent, OBSERVATION_STATUS_WORDS } from "@bochiso/shared/i18n";
import { ObservationStatus } from "@bochiso/shared/observation";
import type { IndicatorModel, RevisionRow } from "@bochiso/shared/screen";
import { formatReceived } from "../../lib/format/index.ts";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Sheet } from "../../ui/index.ts";
import { ExplainLink } from "../explanation/index.ts";
import { type ShownScale, shownScale } from "./model/shown-scale.ts";
import { wasRevised } from "./model/was-revised.ts";
import { TableBox } from "./table-box.tsx";
import { indicatorWords } from "./words.ts";

/** Every value that the recent periods have had; nothing is overwritten. Without any, the quality block says so. */
export function RevisionsSheet({ model: { card, revisions } }: { model: IndicatorModel }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const scale = shownScale(card, language);
  if (!wasRevised(revisions)) return null;
  return (
    <Sheet className="ind-half" title={t.revisions} note={t.revisionsNote(scale.unit)}>
      <TableBox label={t.revisions}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.period}</th>
              <th scope="col" className="r">
                {t.value}
              </th>
              <th scope="col" className="r">
                {t.difference}
              </th>
              <th scope="col">{t.recordedAt}</th>
              <th scope="col">{t.document}</th>
            </tr>
          </thead>
          <tbody>
            {revisions.map((row) => (
              <Row key={`${row.period.id}|${row.revision}`} row={row} card={card} scale={scale} />
            ))}
          </tbody>
        </table>
      </TableBox>
    </Sheet>
  );
}

function Row({ row, card, scale }: { row: RevisionRow; card: IndicatorModel["card"]; scale: ShownScale }) {
  const t = useWords(indicatorWords);
  const { language } = scale;
  const status = ObservationStatus.safeParse(row.status).data;
  const percent =
    row.differencePercent?.kind === "number" && !scale.unit.startsWith("%")
      ? ` (${formatPercent(row.differencePercent.value, { lang: language, decimals: 1, sign: "always" })})`
      : "";
  return (
    <tr>
      <th scope="row">
        {row.period.short[language]}
        <small>{[t.revisionOf(row.revision), row.current ? t.current : null].filter(Boolean).join(" · ")}</small>
      </th>
      <td className={row.current ? "r strong" : "r"}>
        {scale.text(row.value)}
        {status === undefined ? null : <small>{OBSERVATION_STATUS_WORDS[status][language]}</small>}
      </td>
      <td className="r">{row.difference === null ? "—" : `${scale.difference(row.difference, "short")}${percent}`}</td>
      <td className="nb">
        {row.recordedAt === "" ? "—" : formatReceived(row.recordedAt, language)}
        {row.current ? null : (
          <small>
            <ExplainLink cell={{ ...card.ref, period: row.period.id }} view={{ asOf: row.commitSeq }} className="link">
              {t.asOfThen}
            </ExplainLink>
          </small>
        )}
      </td>
      <td className="why">
        {row.document ?? row.publisher?.[language] ?? "—"}
        {row.note === null ? null : <small>{row.note}</small>}
      </td>
    </tr>
  );
}
