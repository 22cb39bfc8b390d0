import { OBSERVATION_STATUS_WORDS } from "@bochiso/shared/i18n";
import type { IndicatorModel, TrendPoint } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import type { TrendChartPoint, TrendChartProps } from "../../../charts/index.ts";
import { changeView } from "../../card/model/change-view.ts";
import { overTimeWords } from "../over-time-words.ts";
import { indicatorWords } from "../words.ts";
import { coverageText, isComplete } from "./over-time-view.ts";
import { type ShownScale, shownScale } from "./shown-scale.ts";
import { trendHeadline } from "./trend-headline.ts";

/** How many periods the trend can show. Source: one year and the same period before it, two years, five years. */
export const RANGES = [13, 25, 61] as const;
export type TrendRange = (typeof RANGES)[number];

/** What occurs in the chart and needs naming. */
export type TrendMark = "actual" | "estimate" | "last-year" | "plan";

/** A line across the chart: `text` stands beside it, `said` in the table and for who does not see the chart. */
export interface TrendBreak {
  key: string;
  text: string;
  said: string;
  /** Whether values on both sides cannot be compared. */
  cuts: boolean;
}

/** Everything the trend says: the chart, its words and the sentence for those who do not see it. */
export interface TrendView {
  kind: TrendChartProps["kind"];
  points: TrendChartPoint[];
  rows: TrendPoint[];
  marks: TrendMark[];
  breaks: TrendBreak[];
  end: string[];
  headline: string;
  subtitle: string;
  sentence: string;
  /** Ranges that show more than the one before; the last may hold fewer periods than its name. */
  ranges: { range: TrendRange; periods: number }[];
}

const ESTIMATES: ReadonlySet<string | null> = new Set(["E", "F"]);
/** Quantities are bars from zero; rates, indices and levels are lines. */
const LINES: ReadonlySet<string> = new Set(["rate", "index", "stock"]);
const YEAR_AT_END = /^(.+?)[/ ](\d{4})$/;

function kindOf({ definition, card }: IndicatorModel): TrendView["kind"] {
  const sized = definition.valueType === "amount" || definition.valueType === "count";
  if (LINES.has(card.accumulation) && !sized) return "line";
  return card.growthOffset !== 0 || definition.valueType === "growth_pct" ? "line" : "bars";
}

function chartPoint(point: TrendPoint, scale: ShownScale, model: IndicatorModel): TrendChartPoint {
  const t = indicatorWords[scale.language];
  const short = point.period.short[scale.language];
  const parts = YEAR_AT_END.exec(short);
  const number = (value: number | null) => (value === null ? null : ({ kind: "number", value } as const));
  const facts: { name: string; text: string }[] = [{ name: t.actual, text: scale.full(point.value) }];
  const add = (name: string, value: number | null) => {
    const each = number(value);
    if (each !== null) facts.push({ name, text: scale.full(each) });
  };
  if (point.status !== null)
    facts.push({ name: t.dataStatus, text: OBSERVATION_STATUS_WORDS[point.status][scale.language] });
  add(t.lastYear, point.lastYear);
  add(t.plan, point.plan);
  facts.push(...wholeFacts(point, model, scale.language));
  return {
    key: point.period.id,
    label: parts?.[1] ?? short,
    group: parts?.[2] ?? "",
    title: point.period.label[scale.language],
    value: scale.toShown(point.value.kind === "number" ? point.value.value : null),
    text: scale.text(point.value),
    lastYear: scale.toShown(point.lastYear),
    plan: scale.toShown(point.plan),
    hatched: ESTIMATES.has(point.status) || point.whole?.partial === true,
    current: point.period.id === model.card.period?.id,
    facts,
  };
}

/** Of a period aggregated over time: its growth and what it stands on. */
function wholeFacts({ whole }: TrendPoint, model: IndicatorModel, language: Language): TrendChartPoint["facts"] {
  if (whole === undefined) return [];
  const growth = whole.growth === null ? [] : [changeView(whole.growth, model.card, language)];
  return [
    ...growth.map(({ full }) => ({ name: indicatorWords[language].toYear, text: full })),
    { name: overTimeWords[language].have, text: coverageText(whole, model, language) },
  ];
}

function marksOf(points: readonly TrendChartPoint[]): TrendMark[] {
  const marks: TrendMark[] = [];
  if (points.some(({ value, hatched }) => value !== null && !hatched)) marks.push("actual");
  if (points.some(({ value, hatched }) => value !== null && hatched)) marks.push("estimate");
  if (points.some(({ lastYear }) => lastYear !== null)) marks.push("last-year");
  if (points.some(({ plan }) => plan !== null)) marks.push("plan");
  return marks;
}

/** Breaks and mergers that lie on the chart; one at its very first period separates nothing. */
function breaksOn({ trend }: IndicatorModel, points: readonly TrendChartPoint[], language: Language): TrendBreak[] {
  const t = indicatorWords[language];
  const breaks = trend.breaks.map(({ from, reason }) => {
    const text = t.breakAt(reason[language]);
    return { key: from.id, text, said: t.breakSaid(text, from.label[language]), cuts: true };
  });
  const mergers = trend.mergers.map(({ from, short, reason }) => ({
    key: from.id,
    text: short[language],
    said: `${short[language]}: ${reason[language]}`,
    cuts: false,
  }));
  return [...breaks, ...mergers].filter((each) => points.slice(1).some(({ key }) => key === each.key));
}

/** The periods from the last declared break on: those before do not compare. */
function comparable(rows: TrendPoint[], breaks: IndicatorModel["trend"]["breaks"]): TrendPoint[] {
  const starts = new Set(breaks.map(({ from }) => from.id));
  return rows.slice(
    Math.max(
      0,
      rows.findLastIndex(({ period }) => starts.has(period.id)),
    ),
  );
}

/** In coarser periods the headline names the one it is about: the newest that is complete. */
function headlineOf(
  { card, trend }: IndicatorModel,
  rows: TrendPoint[],
  language: Language,
  cumulated: boolean,
): string {
  const compared = comparable(rows, trend.breaks);
  const type = rows.find(({ whole }) => whole !== undefined)?.period.type;
  if (type === undefined) return trendHeadline(card, compared, language, cumulated);
  const t = overTimeWords[language];
  if (card.period === null) return t.noWhole(t.types[type].toLowerCase());
  const said = trendHeadline(card, compared.filter(isComplete), language, cumulated);
  return t.onPeriod(card.period.label[language], said.charAt(0).toLowerCase() + said.slice(1));
}

/** The chart of the last `range` periods up to the one on the page. */
export function trendView(model: IndicatorModel, language: Language, range: TrendRange): TrendView {
  const t = indicatorWords[language];
  const { card, trend, definition } = model;
  const scale = shownScale(card, language);
  const rows = trend.points.slice(-range);
  const points = rows.map((point) => chartPoint(point, scale, model));
  const first = rows[0]?.period.label[language];
  const last = rows.at(-1)?.period.label[language];
  const span = first === undefined || last === undefined ? "" : first === last ? last : t.span(first, last);
  const subtitle = [card.breakdownLabel?.[language], scale.unit, card.areaName[language], span]
    .filter(Boolean)
    .join(" · ");
  const cumulated = definition.accumulation === "ytd" || definition.accumulation === "cumulative";
  const headline = headlineOf(model, rows, language, cumulated);
  const gaps = points.filter(({ value }) => value === null).length;
  const ended = trend.endsAt === null ? null : trend.endsAt.label[language];
  const breaks = breaksOn(model, points, language);
  return {
    kind: kindOf(model),
    points,
    rows,
    marks: marksOf(points),
    breaks,
    end: ended === null ? [] : t.endLines(ended.charAt(0).toLowerCase() + ended.slice(1)).split("\n"),
    headline,
    subtitle,
    sentence: t.chartSentence(card.name[language], headline, subtitle, gaps, breaks.map(({ said }) => said).join("; ")),
    ranges: RANGES.filter((_, index) => index === 0 || trend.points.length > (RANGES[index - 1] ?? 0)).map((each) => ({
      range: each,
      periods: Math.min(each, trend.points.length),
    })),
  };
}
