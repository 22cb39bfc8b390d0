import { lazy } from "react";

/** The trend chart with the chart library, loaded when a page first shows one. */
export const LazyTrendChart = lazy(() =>
  import("./trend-chart.tsx").then((module) => ({ default: module.TrendChart })),
);
