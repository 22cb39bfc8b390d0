import { formatNumber, formatPercent } from "@bochiso/shared/i18n";
import { numberValue } from "@bochiso/shared/observation";
import type { CardModel, PeriodLabel, ShownForecastModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import type { ForecastChartPoint } from "../../../charts/index.ts";
import { forecastWords } from "../forecast-words.ts";
import { indicatorWords } from "../words.ts";
import { type ShownScale, shownScale } from "./shown-scale.ts";

type ForecastCard = Pick<CardModel, "name" | "areaName" | "breakdownLabel" | "display" | "growthOffset" | "valueType">;

/** What occurs in the chart and needs naming. */
export type ForecastKey = "actual" | "estimate" | "forecast" | "interval";

/** Everything the forecast says, in shown units. */
export interface ForecastView {
  title: string;
  subtitle: string;
  /** That the publication stopped and these are no published figures; null while figures arrive in time. */
  warning: string | null;
  points: ForecastChartPoint[];
  keys: { key: ForecastKey; name: string }[];
  boundary: string;
  sentence: string;
  unit: string;
  level: string;
  rows: { key: string; period: string; value: string; interval: string }[];
  year: { name: string; value: string; range: string; note: string; error: string } | null;
  test: string;
  tick: ShownScale["tick"];
}

const YEAR_AT_END = /^(.+?)[/ ](\d{4})$/;

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A distance in the indicator's unit: "1,2 tỷ USD", "0,40 điểm phần trăm". */
function distance(size: number, scale: ShownScale, factor: number): string {
  const number = formatNumber(size * factor, { lang: scale.language, decimals: scale.decimals });
  const unit = scale.unit.startsWith("%") ? indicatorWords[scale.language].points : scale.unit;
  return `${number} ${unit}`;
}

function axisWords({ short }: PeriodLabel, language: Language): { label: string; group: string } {
  const parts = YEAR_AT_END.exec(short[language]);
  return { label: parts?.[1] ?? short[language], group: parts?.[2] ?? "" };
}

function chartPoints(model: ShownForecastModel, scale: ShownScale): ForecastChartPoint[] {
  const t = forecastWords[scale.language];
  const level = percent(model.level, scale.language);
  const full = (value: number) => scale.full(numberValue(value));
  const shown = (value: number) => scale.toShown(value) ?? value;
  const of = (period: PeriodLabel) => ({
    key: period.id,
    title: period.label[scale.language],
    ...axisWords(period, scale.language),
  });
  const points: Omit<ForecastChartPoint, "segment">[] = [
    ...model.actual.map(({ period, value, status }) => ({
      ...of(period),
      actual: scale.toShown(value),
      forecast: null,
      hatched: status === "E",
      current: period.id === model.from.id,
      facts: [{ name: status === "E" ? t.keys.estimate : t.keys.actual, text: value === null ? "—" : full(value) }],
    })),
    ...model.points.map(({ period, value, low, high }) => ({
      ...of(period),
      actual: null,
      forecast: { value: shown(value), low: shown(low), high: shown(high) },
      hatched: true,
      current: false,
      facts: [
        { name: t.forecast, text: full(value) },
        { name: t.interval(level), text: t.to(scale.text(numberValue(low)), scale.text(numberValue(high))) },
      ],
    })),
  ];
  let segment = 0;
  return points.map((point, index) => {
    if (model.restarts && index > 0 && point.key.slice(0, 4) !== points[index - 1]?.key.slice(0, 4)) segment += 1;
    return { ...point, segment };
  });
}

function percent(share: number, lang: Language): string {
  return formatPercent(share * 100, { lang, decimals: 0 });
}

function warningOf(model: ShownForecastModel, language: Language): string | null {
  const t = forecastWords[language];
  const [first, last] = [model.points[0], model.points.at(-1)];
  const over = model.points.filter((point) => point.over).length;
  if (!model.ended || over === 0 || first === undefined || last === undefined) return null;
  const from = model.fromText[language];
  if (over < model.points.length) return t.someOver(over, from);
  return t.allOver(lower(first.period.label[language]), lower(last.period.label[language]), from);
}

/** The forecast in words and shown numbers. */
export function forecastView(model: ShownForecastModel, card: ForecastCard, language: Language): ForecastView {
  const t = forecastWords[language];
  const scale = shownScale(card, language);
  const { factor } = card.display;
  const [full, plain] = [
    (value: number) => scale.full(numberValue(value)),
    (value: number) => scale.text(numberValue(value)),
  ];
  const from = model.fromText[language];
  const level = percent(model.level, language);
  const { yearEnd, backTest } = model;
  const next = model.points[0];
  const nextText = next === undefined ? "" : t.titleNext(lower(next.period.label[language]), full(next.value));
  const title = model.ended
    ? t.titleEnded(from)
    : yearEnd === null
      ? nextText
      : t.titleYear(yearEnd.year, full(yearEnd.value));
  const subtitle = [
    card.breakdownLabel?.[language],
    scale.unit,
    card.areaName[language],
    model.ended ? null : t.from(from),
    lower(model.method[language]),
  ]
    .filter(Boolean)
    .join(" · ");
  const points = chartPoints(model, scale);
  const estimates = model.actual.some(({ status }) => status === "E");
  const decimals = (value: number) => formatNumber(value, { lang: language, decimals: 2 });
  const last = model.points.at(-1);
  const said =
    last === undefined ? "" : t.step(last.period.label[language], full(last.value), plain(last.low), plain(last.high));
  return {
    title,
    subtitle,
    warning: warningOf(model, language),
    points,
    keys: [
      { key: "actual", name: t.keys.actual },
      ...(estimates ? [{ key: "estimate" as const, name: t.keys.estimate }] : []),
      { key: "forecast", name: t.keys.forecast },
      { key: "interval", name: t.keys.interval(level) },
    ],
    boundary: t.boundary(from),
    sentence: t.chart(card.name[language], from, title, subtitle, said),
    unit: scale.unit,
    level,
    rows: model.points.map(({ period, value, low, high }) => ({
      key: period.id,
      period: period.label[language],
      value: plain(value),
      interval: t.to(plain(low), plain(high)),
    })),
    year:
      yearEnd === null
        ? null
        : {
            name: t.year(yearEnd.year),
            value: full(yearEnd.value),
            range: t.range(plain(yearEnd.low), plain(yearEnd.high), level),
            note: yearEnd.over ? t.yearOver(from) : t.yearNote,
            error: t.yearError(
              distance(yearEnd.meanError, scale, factor),
              distance(yearEnd.naiveMeanError, scale, factor),
            ),
          },
    test: t.testLine(
      distance(backTest.meanError, scale, factor),
      decimals(backTest.mase),
      decimals(backTest.naiveMase),
      backTest.origins,
    ),
    tick: scale.tick,
  };
}
