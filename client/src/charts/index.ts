import "./charts.css";

export { LazyTrendChart } from "./lazy-trend-chart.tsx";
export type { TrendChartPoint, TrendChartProps } from "./trend-chart-props.ts";
export { useWidth } from "./use-width.ts";
