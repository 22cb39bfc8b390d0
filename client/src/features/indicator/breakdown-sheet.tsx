import type { BreakdownRow, IndicatorModel } from "@bochiso/shared/screen";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Sheet } from "../../ui/index.ts";
import { IndicatorLink, Sparkline, useCardView } from "../card/index.ts";
import { ExplainLink } from "../explanation/index.ts";
import { byDimension } from "./model/by-dimension.ts";
import { TableBox } from "./table-box.tsx";
import { indicatorWords } from "./words.ts";

const SPARK = { width: 84, height: 22 };

/** The members of each breakdown with their own value, changes and trend; a name opens that member's page. */
export function BreakdownSheets({ model }: { model: IndicatorModel }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const unit = model.card.display.unit[language];
  return byDimension(model.breakdowns).map(({ dimension, name, rows }) => (
    <Sheet key={dimension} className="ind-breakdown" title={t.breakdowns(name[language])} note={unit}>
      <TableBox label={t.breakdowns(name[language])}>
        <table>
          <thead>
            <tr>
              <th scope="col">{name[language]}</th>
              <th scope="col" className="r">
                {t.value}
              </th>
              <th scope="col" className="r">
                {t.toYear}
              </th>
              <th scope="col" className="r opt">
                {t.toPrevious}
              </th>
              <th scope="col" className="opt">
                {t.period}
              </th>
              <th scope="col" className="r">
                {t.trendOf13}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.code} row={row} />
            ))}
          </tbody>
        </table>
      </TableBox>
    </Sheet>
  ));
}

function Row({ row: { card, name } }: { row: BreakdownRow }) {
  const view = useCardView(card);
  const language = useLanguage();
  const change = (kind: "same-period-last-year" | "previous-period") => {
    const each = view.changes.find((candidate) => candidate.kind === kind);
    if (each === undefined) return "—";
    return (
      <ExplainLink cell={card.ref} measure={kind}>
        {each.text}
        <span className="vh"> {each.words}</span>
      </ExplainLink>
    );
  };
  return (
    <tr>
      <th scope="row">
        <IndicatorLink cell={card.ref}>{name[language]}</IndicatorLink>
      </th>
      <td className="r strong">
        {card.period === null ? view.value.text : <ExplainLink cell={card.ref}>{view.value.text}</ExplainLink>}
      </td>
      <td className="r">{change("same-period-last-year")}</td>
      <td className="r opt">{change("previous-period")}</td>
      <td className="opt nb">{card.period?.short[language] ?? "—"}</td>
      <td>
        <Sparkline sparkline={card.sparkline} {...SPARK} />
      </td>
    </tr>
  );
}
