import { formatNumber, formatPercent } from "@bochiso/shared/i18n";
import { formatPeriod, PERIOD_TYPE_WORDS } from "@bochiso/shared/period";
import type { PeriodLabel, TargetModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { targetWords } from "../target-words.ts";
import type { TargetFigures } from "./target-figures.ts";

/** One bar: solid = actual, light = an earlier period, outline = needed, hatched = outlook. */
export interface BarRow {
  key: string;
  kind: "actual" | "earlier" | "needed" | "outlook" | "goal";
  name: string;
  text: string;
  /** Percent of the longest bar. */
  width: number;
}

/** What each period left must bring, beside the mean so far and the best period of the last two years. */
export interface RateView {
  rows: BarRow[];
  unit: string;
  /** "gấp 2,1 lần bình quân đến nay; cao hơn mọi tháng trong hai năm gần nhất". */
  sentence: string;
}

type RunRate = Extract<NonNullable<TargetModel["runRate"]>, { ok: true }>;

/** Widths on one scale; bars of falling figures are as long as they fall. */
export function scaled(rows: readonly (Omit<BarRow, "width"> & { size: number })[]): BarRow[] {
  const longest = Math.max(0, ...rows.map(({ size }) => size)) || 1;
  return rows.map(({ size, ...row }) => ({ ...row, width: (Math.max(0, size) / longest) * 100 }));
}

/** "tháng", "month": what a period of this type is called. */
export const oneOf = (period: Pick<PeriodLabel, "type">, language: Language): string =>
  PERIOD_TYPE_WORDS[period.type][language];

const ENOUGH_TIMES = 1.05;

/** "gấp 2,1 lần …", "bằng 80% …"; null where a mean of nothing or of the other sign compares with nothing. */
export function timesText(needed: number, soFar: number, language: Language): string | null {
  const t = targetWords[language];
  const times = soFar === 0 ? 0 : needed / soFar;
  if (times <= 0) return null;
  if (times >= ENOUGH_TIMES) return t.times(formatNumber(times, { lang: language, decimals: 1 }));
  return t.share(formatPercent(times * 100, { lang: language, decimals: 0 }));
}

/** Periods counted so far, by the due path; null where the path does not hold the period. */
export function periodsSoFar({ duePath }: TargetModel, period: PeriodLabel): number | null {
  const at = duePath.findIndex((each) => each.period.id === period.id);
  return at < 0 ? null : at + 1;
}

/** The pace needed; null where nothing is needed any more. */
export function rateView(
  { target, lower, perPeriod }: TargetFigures,
  period: PeriodLabel,
  language: Language,
): RateView | null {
  const rate = target.runRate;
  if (rate === null || !rate.ok) return null;
  const fills = lower && target.course.kind === "accumulates";
  if (fills ? rate.needed < 0 : (lower ? -1 : 1) * rate.needed <= 0) return null;
  const t = targetWords[language];
  const one = oneOf(period, language);
  const sign = rate.needed < 0 ? -1 : 1;
  const { text } = perPeriod;
  const rows = [
    {
      key: "so-far",
      kind: "actual" as const,
      name: t.soFar(periodsSoFar(target, period), one),
      text: text(rate.soFar),
      size: sign * rate.soFar,
    },
    ...bestRow(rate, one, text, sign, language),
    {
      key: "needed",
      kind: "needed" as const,
      name: fills ? t.allowed(rate.periodsLeft, one) : t.needed(rate.periodsLeft, one),
      text: text(rate.needed),
      size: sign * rate.needed,
    },
  ];
  const within =
    rate.withinBest === null ? null : rate.withinBest ? t.easy(one) : fills ? t.hardCeiling(one) : t.hard(one);
  const said = [timesText(rate.needed, rate.soFar, language), fills && rate.withinBest ? null : within]
    .filter(Boolean)
    .join("; ");
  return {
    rows: scaled(rows),
    unit: t.rateUnit(one, perPeriod.unit),
    sentence: said === "" ? perPeriod.full(rate.needed) : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
  };
}

function bestRow({ best }: RunRate, one: string, text: (value: number) => string, sign: number, language: Language) {
  if (best === null) return [];
  const t = targetWords[language];
  const name = t.best(one, formatPeriod(best.period, language, "compact"));
  return [
    {
      key: "best",
      kind: "earlier" as const,
      name: name.charAt(0).toUpperCase() + name.slice(1),
      text: text(best.value),
      size: sign * best.value,
    },
  ];
}
