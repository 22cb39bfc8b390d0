import { lazy } from "react";

/** The forecast chart with the chart library, loaded when a page first shows one. */
export const LazyForecastChart = lazy(() =>
  import("./forecast-chart.tsx").then((module) => ({ default: module.ForecastChart })),
);
