import type { ForecastChartPoint } from "./forecast-chart-props.ts";

/** A period with what is drawn of it; `reach` is the interval, `path` the dashed line. */
export interface FanPoint extends ForecastChartPoint {
  path: number | null;
  reach: [number, number] | null;
}

/** Points as drawn: the fan opens at the newest figure, where the forecast goes on in the same piece of the line. */
export function fanPoints(points: readonly ForecastChartPoint[]): FanPoint[] {
  return points.map((point, index) => {
    const { forecast, actual } = point;
    if (forecast !== null) return { ...point, path: forecast.value, reach: [forecast.low, forecast.high] };
    const next = points[index + 1];
    const opens = actual !== null && next !== undefined && next.forecast !== null && next.segment === point.segment;
    return { ...point, path: opens ? actual : null, reach: opens ? [actual, actual] : null };
  });
}

/** The pieces of the line in which something of the kind is drawn, in order. */
export function segmentsOf(points: readonly FanPoint[], of: "actual" | "path"): number[] {
  return [...new Set(points.flatMap((point) => (point[of] === null ? [] : [point.segment])))];
}

/** Whether a drawn value has no neighbour to be joined with. */
export function standsAlone(points: readonly FanPoint[], index: number, of: "actual" | "path"): boolean {
  const point = points[index];
  if (point === undefined || point[of] === null) return false;
  return [points[index - 1], points[index + 1]].every(
    (other) => other === undefined || other[of] === null || other.segment !== point.segment,
  );
}
