import { OBSERVATION_STATUS_WORDS, SIMULATED_WORD } from "@bochiso/shared/i18n";
import type { Value } from "@bochiso/shared/observation";
import type { IndicatorModel, TrendPoint } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { type CsvCell, csvText, exportValue } from "../../../lib/csv/index.ts";
import { indicatorWords } from "../words.ts";
import { coverageText } from "./over-time-view.ts";
import { shownScale } from "./shown-scale.ts";
import type { TrendView } from "./trend-view.ts";

/** The trend as a file: in the shown unit, with publisher and the words that mark simulated values. */
export function trendCsv(
  model: IndicatorModel,
  { rows, breaks }: Pick<TrendView, "rows" | "breaks">,
  language: Language,
): string {
  const t = indicatorWords[language];
  const { card } = model;
  const scale = shownScale(card, language);
  const display = { factor: card.display.factor, offset: card.growthOffset };
  const number = (value: number | null): CsvCell => exportValue(value, display, language);
  const cell = (value: Value | null): CsvCell => number(value?.kind === "number" ? value.value : null);
  const head = [
    t.code,
    t.indicator,
    t.area,
    t.periodCode,
    t.period,
    t.value,
    t.unit,
    t.dataStatus,
    t.lastYear,
    t.plan,
    t.reported,
    t.computed,
    t.publisher,
    t.note,
  ];
  const name = [card.name[language], card.breakdownLabel?.[language]].filter(Boolean).join(" – ");
  const noteOf = ({ period, whole }: TrendPoint): CsvCell => {
    const said = breaks.filter(({ key }) => key === period.id).map((each) => each.said);
    const standsOn = whole === undefined ? [] : [coverageText(whole, model, language)];
    return [...(card.simulated ? [SIMULATED_WORD[language]] : []), ...standsOn, ...said].join("; ") || null;
  };
  const lines = rows.map((row): CsvCell[] => [
    card.ref.indicator,
    name,
    card.areaName[language],
    row.period.id,
    row.period.label[language],
    cell(row.value),
    scale.unit,
    row.status === null ? null : OBSERVATION_STATUS_WORDS[row.status][language],
    number(row.lastYear),
    number(row.plan),
    number(row.reported),
    cell(row.computed),
    model.source?.publisher[language] ?? null,
    noteOf(row),
  ]);
  return csvText([head, ...lines]);
}
