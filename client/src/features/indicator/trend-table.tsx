import { OBSERVATION_STATUS_WORDS } from "@bochiso/shared/i18n";
import { numberValue } from "@bochiso/shared/observation";
import type { IndicatorModel, PeriodLabel, WholePeriod } from "@bochiso/shared/screen";
import { Fragment } from "react";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { changeView } from "../card/model/change-view.ts";
import { ExplainLink } from "../explanation/index.ts";
import { coverageText } from "./model/over-time-view.ts";
import { shownScale } from "./model/shown-scale.ts";
import type { TrendView } from "./model/trend-view.ts";
import { overTimeWords } from "./over-time-words.ts";
import { TableBox } from "./table-box.tsx";
import { indicatorWords } from "./words.ts";

/** The figures of the chart, newest first; each opens its explanation. */
export function TrendTable({ model, view: { rows, breaks } }: { model: IndicatorModel; view: TrendView }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const { card } = model;
  const scale = shownScale(card, language);
  const number = (value: number | null) => (value === null ? "—" : scale.text(numberValue(value)));
  const planned = rows.some((row) => row.plan !== null);
  const wholes = rows.some(({ whole }) => whole !== undefined);
  const both = rows.some((row) => row.reported !== null && row.computed !== null);
  return (
    <TableBox label={t.trend}>
      <table>
        <caption className="vh">{card.name[language]}</caption>
        <thead>
          <tr>
            <th scope="col">{t.period}</th>
            <th scope="col" className="r">
              {t.value} ({scale.unit})
            </th>
            <th scope="col">{t.dataStatus}</th>
            <th scope="col" className="r">
              {t.lastYear}
            </th>
            {wholes ? <WholeHeads /> : null}
            {planned ? (
              <th scope="col" className="r">
                {t.plan}
              </th>
            ) : null}
            {both ? (
              <th scope="col" className="r">
                {t.reported}
              </th>
            ) : null}
            {both ? (
              <th scope="col" className="r">
                {t.computed}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map((row) => (
            <Fragment key={row.period.id}>
              <tr>
                <th scope="row">{row.period.label[language]}</th>
                <td className="r">
                  {row.value.kind === "number" || row.whole !== undefined ? (
                    <ExplainLink cell={{ ...card.ref, period: row.period.id }}>{scale.text(row.value)}</ExplainLink>
                  ) : (
                    scale.text(row.value)
                  )}
                </td>
                <td>{row.status === null ? "—" : OBSERVATION_STATUS_WORDS[row.status][language]}</td>
                <td className="r">{number(row.lastYear)}</td>
                {row.whole === undefined ? null : <WholeCells model={model} period={row.period} whole={row.whole} />}
                {planned ? <td className="r">{number(row.plan)}</td> : null}
                {both ? <td className="r">{number(row.reported)}</td> : null}
                {both ? <td className="r">{row.computed === null ? "—" : scale.text(row.computed)}</td> : null}
              </tr>
              {breaks
                .filter(({ key }) => key === row.period.id)
                .map(({ said }) => (
                  <tr key={said} className="ind-break">
                    <td colSpan={4 + 2 * Number(wholes) + Number(planned) + 2 * Number(both)}>{said}</td>
                  </tr>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function WholeHeads() {
  const t = useWords(indicatorWords);
  return (
    <>
      <th scope="col" className="r">
        {t.toYear}
      </th>
      <th scope="col">{useWords(overTimeWords).have}</th>
    </>
  );
}

interface WholeProps {
  model: IndicatorModel;
  period: PeriodLabel;
  whole: WholePeriod;
}

/** The growth of a complete period, and how many of its own periods have figures. */
function WholeCells({ model, period, whole }: WholeProps) {
  const language = useLanguage();
  const growth = whole.growth === null ? null : changeView(whole.growth, model.card, language);
  const cell = { ...model.card.ref, period: period.id };
  return (
    <>
      <td className="r">
        {growth === null || whole.growth?.value.kind === "missing" ? (
          "—"
        ) : (
          <ExplainLink cell={cell} measure="same-period-last-year">
            {growth.absence ?? growth.brief}
          </ExplainLink>
        )}
      </td>
      <td>{coverageText(whole, model, language)}</td>
    </>
  );
}
