/** One period of a forecast chart, in shown units; the words are the caller's. Either happened or is forecast. */
export interface ForecastChartPoint {
  /** Unique, in order of time. */
  key: string;
  /** Period without its year ("T2"), and the year under the first period of it ("2025"). */
  label: string;
  group: string;
  /** Full name of the period, for the box beside the pointer. */
  title: string;
  /** Null is a gap, or lies ahead. */
  actual: number | null;
  forecast: { value: number; low: number; high: number } | null;
  /** Ước tính: a hollow dot. */
  hatched: boolean;
  /** Which piece of the line the period belongs to: year-to-date figures start again each year. */
  segment: number;
  /** The newest figure, from which the forecast starts. */
  current: boolean;
  facts: readonly { name: string; text: string }[];
}

export interface ForecastChartProps {
  points: readonly ForecastChartPoint[];
  /** Stands at the line between what happened and what is forecast. */
  boundary: string;
  width: number;
  height: number;
  /** A number on the axis. */
  formatTick: (value: number) => string;
}
