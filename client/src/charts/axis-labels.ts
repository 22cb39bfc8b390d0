import type { TrendChartPoint } from "./trend-chart-props.ts";

/** Width of a character of an axis label at 12 px, and the air between two labels. */
const CHARACTER = 6.6;
const AIR = 8;

/** Width that a text takes at 12 px, near enough to decide whether it fits. */
export function textWidth(text: string): number {
  return text.length * CHARACTER;
}

/** Beyond this thinning the years alone read better than a month here and there. */
const THIN = 2;

/**
 * Which periods have their label under the axis: all where they fit, else every second, third, … counted from the end, so that
 * the latest one is always named. Where years stand below and hardly any label fits, only the latest.
 */
export function shownLabels(
  points: readonly Pick<TrendChartPoint, "label" | "group">[],
  step: number,
): ReadonlySet<number> {
  const widest = Math.max(0, ...points.map(({ label }) => textWidth(label)));
  const every = Math.max(1, Math.ceil((widest + AIR) / Math.max(1, step)));
  const last = points.length - 1;
  if (every > THIN && points.every(({ group }) => group !== "")) return new Set([last]);
  return new Set(points.flatMap((_, index) => ((last - index) % every === 0 ? [index] : [])));
}

/** Where a year is written: under its first period on the chart, left out where the next year would touch it. */
export function groupStarts(
  points: readonly Pick<TrendChartPoint, "group">[],
  step: number,
): ReadonlyMap<number, string> {
  const starts = new Map<number, string>();
  points.forEach(({ group }, index) => {
    if (group === "" || group === points[index - 1]?.group) return;
    const length = points.slice(index).findIndex((each) => each.group !== group);
    const room = (length < 0 ? points.length - index : length) * step;
    if (room >= textWidth(group) + AIR || length < 0) starts.set(index, group);
  });
  return starts;
}
