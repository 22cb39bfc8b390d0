import type { TrendChartProps } from "./trend-chart-props.ts";

/**
 * Which piece of the line a period belongs to: 0 before the first break, 1 from it on, and so forth. Values on two sides
 * of a declared break do not compare (those on two sides of a merger do), so no line joins them.
 */
export function segmentFinder(
  points: readonly { key: string }[],
  breaks: TrendChartProps["breaks"],
): (key: string) => number {
  const starts = new Set(breaks.flatMap(({ key, cuts }) => (cuts ? [key] : [])));
  const segments = new Map<string, number>();
  let segment = 0;
  for (const { key } of points) {
    if (starts.has(key)) segment += 1;
    segments.set(key, segment);
  }
  return (key) => segments.get(key) ?? 0;
}
