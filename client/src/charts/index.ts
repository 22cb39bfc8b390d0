import "./charts.css";
import "./forecast.css";

export type { ForecastChartPoint } from "./forecast-chart-props.ts";
export { LazyForecastChart } from "./lazy-forecast-chart.tsx";
export { LazyTrendChart } from "./lazy-trend-chart.tsx";
export type { TrendChartPoint, TrendChartProps } from "./trend-chart-props.ts";
export { useWidth } from "./use-width.ts";
