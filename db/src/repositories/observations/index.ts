export {
  type AppendOrder,
  appendInOrder,
  appendObservations,
  appendOrder,
  appendOrderSteps,
} from "./append-observations.ts";
export { type ChangedSeriesCell, changedSince } from "./changed-since.ts";
export { type Change, type ChangeCursor, type ChangesPage, changesSince } from "./changes-since.ts";
export { firstPeriods } from "./first-periods.ts";
export { latestPeriods, latestPeriodsUntil } from "./latest-periods.ts";
export { latestWholes } from "./latest-wholes.ts";
export {
  type ListCursor,
  type ListedObservation,
  type ListFilter,
  type ListPage,
  listObservations,
} from "./list-observations.ts";
export type {
  CellKey,
  HistoricObservation,
  NewObservation,
  Observation,
  ObservationContent,
  SeriesRange,
} from "./observation.ts";
export { readHistory } from "./read-history.ts";
export { readAsOf, readRanges } from "./read-ranges.ts";
export { type StoredCells, storedCells } from "./stored-cells.ts";
export { fromValue, toValue } from "./value-of.ts";
