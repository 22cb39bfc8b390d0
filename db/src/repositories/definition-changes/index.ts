export {
  type ChangeProgress,
  type DefinitionChange,
  definitionChangeById,
  endChange,
  insertDefinitionChange,
  listDefinitionChanges,
  markReady,
  type NewDefinitionChange,
  rebase,
  restartChange,
  saveProgress,
  unfinishedDefinitionChanges,
} from "./definition-change.ts";
export {
  dropStaged,
  listStagedCells,
  putStagedCells,
  readStagedRanges,
  removeStagedCells,
  type StagedCell,
  type StagedContent,
  type StagedRange,
} from "./staged-cells.ts";
export {
  insertWalk,
  listStagedSeries,
  readWalk,
  resolveStagedSeries,
  type StagedSeries,
  type StagedSeriesKey,
  stagedExtents,
  type WalkedSeries,
} from "./staged-series.ts";
