/** One period of a trend, in shown units; the words are the caller's. */
export interface TrendChartPoint {
  /** Unique, in order of time. */
  key: string;
  /** Period without its year ("T2"), and the year under the first period of it ("2025"). */
  label: string;
  group: string;
  /** Full name of the period, for the box beside the pointer. */
  title: string;
  /** Null is a gap and stays one. */
  value: number | null;
  /** The value as people read it, with its sign. */
  text: string;
  lastYear: number | null;
  plan: number | null;
  /** Ước tính or dự báo: hatched, or a hollow dot on a line. */
  hatched: boolean;
  /** The period that the page is about. */
  current: boolean;
  /** What the box beside the pointer says. */
  facts: readonly { name: string; text: string }[];
}

export interface TrendChartProps {
  kind: "bars" | "line";
  points: readonly TrendChartPoint[];
  /** Lines before the period with that key: breaks of comparability, which cut the series, and mergers of units. */
  breaks: readonly { key: string; text: string; cuts: boolean }[];
  /** Why the series ends where it ends, line by line; drawn at its end where there is room. */
  end: readonly string[];
  width: number;
  height: number;
  /** A number on the axis. */
  formatTick: (value: number) => string;
}
