import type { SparkPoint } from "@bochiso/shared/screen";

export interface SparkBox {
  width: number;
  height: number;
}
export type SparkTone = "context" | "last-year" | "actual" | "estimate";
export interface SparkBar {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  tone: SparkTone;
}
export interface BarsShape {
  bars: SparkBar[];
  /** Where the periods without a value are. */
  gaps: { key: string; x: number }[];
  /** Height of the zero line, null where every bar stands on it. */
  zero: number | null;
}
export interface LineShape {
  /** One path per run between gaps. */
  path: string;
  gaps: { key: string; x: number }[];
  last: { x: number; y: number; estimate: boolean } | null;
  lastYear: { x: number; y: number } | null;
}

const PAD = 1;
const round = (value: number) => Math.round(value * 100) / 100;
const ESTIMATES: ReadonlySet<string | null> = new Set(["E", "F"]);

function tone(point: SparkPoint, last: boolean): SparkTone {
  if (last) return ESTIMATES.has(point.status) ? "estimate" : "actual";
  return point.samePeriodLastYear ? "last-year" : "context";
}

/** Bars from zero; values below it hang down. A gap stays a gap. */
export function barsShape(points: readonly SparkPoint[], { width, height }: SparkBox): BarsShape {
  const step = width / Math.max(1, points.length);
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const scale = (height - 2 * PAD) / (top - bottom || 1);
  const y = (value: number) => PAD + (top - value) * scale;
  const bars: SparkBar[] = [];
  const gaps: BarsShape["gaps"] = [];
  points.forEach((point, index) => {
    if (point.value === null) {
      gaps.push({ key: point.period, x: round((index + 0.5) * step) });
      return;
    }
    bars.push({
      key: point.period,
      x: round((index + 0.17) * step),
      y: round(y(Math.max(0, point.value))),
      width: round(step * 0.66),
      height: Math.max(1, round(Math.abs(point.value) * scale)),
      tone: tone(point, index === points.length - 1),
    });
  });
  return { bars, gaps, zero: bottom < 0 ? round(y(0)) : null };
}

/** A line over the range of its values, broken at gaps. */
export function lineShape(points: readonly SparkPoint[], { width, height }: SparkBox): LineShape {
  const step = width / Math.max(1, points.length);
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const top = Math.max(...values);
  const bottom = Math.min(...values);
  const margin = 4;
  const scale = (height - 2 * margin) / (top - bottom || 1);
  const x = (index: number) => round((index + 0.5) * step);
  const y = (value: number) => (top === bottom ? height / 2 : round(margin + (top - value) * scale));
  const gaps: LineShape["gaps"] = [];
  let path = "";
  let drawing = false;
  points.forEach((point, index) => {
    if (point.value === null) gaps.push({ key: point.period, x: x(index) });
    else path += `${drawing ? "L" : "M"}${x(index)} ${y(point.value)}`;
    drawing = point.value !== null;
  });
  const lastAt = points.length - 1;
  const last = points[lastAt];
  const yearAt = points.findIndex((point) => point.samePeriodLastYear);
  const year = points[yearAt];
  return {
    path,
    gaps,
    last:
      last === undefined || last.value === null
        ? null
        : { x: x(lastAt), y: y(last.value), estimate: ESTIMATES.has(last.status) },
    lastYear:
      year === undefined || year.value === null || yearAt === lastAt ? null : { x: x(yearAt), y: y(year.value) },
  };
}
