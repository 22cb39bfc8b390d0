export { type CellBlock, findSeries, type SeriesFilter, seriesByIds } from "./find-series.ts";
export { lockIndicators, lockSeries } from "./lock-series.ts";
export { lookUpSeriesIds, resolveSeries, seriesText } from "./resolve-series.ts";
export type { Series, SeriesKey } from "./series.ts";
export { type SeriesExtent, seriesExtents } from "./series-extents.ts";
