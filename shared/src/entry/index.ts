export {
  type AskedColumn,
  ColumnMapping,
  type ColumnQuestion,
  ColumnRole,
  type FixedChoice,
  HeadingPlace,
  type MappingProblem,
  MOST_HEADING_LINES,
  MOST_MAPPED_COLUMNS,
  mappingProblems,
  TABLE_KEYS,
  type TableKey,
  TableStatus,
} from "./column-mapping.ts";
export {
  ENTRY_STATUSES,
  EntryCheckInput,
  EntryGridInput,
  EntryRow,
  EntrySaveInput,
  EntryTemplateInput,
  FileReadInput,
  MOST_ENTRY_ROWS,
  MOST_FILE_BYTES,
} from "./entry-inputs.ts";
export {
  type DerivedEffect,
  type EntryCell,
  type EntryEffect,
  type EntryFigure,
  type EntryGridModel,
  type EntryLock,
  type EntryOutcome,
  type EntrySaved,
  type EntryTemplate,
  type FileFinding,
  type FileFindingCode,
  type FileReading,
  type FlagEffect,
  type MarkQuestion,
  MOST_GRID_CELLS,
  type OtherUnit,
  type RowChange,
} from "./entry-models.ts";
export { type FigureChange, figureChange } from "./figure-change.ts";
export { numberInWords } from "./number-in-words.ts";
export { type EnteredValue, type EntryReading, type EntryUnit, enteredEcho, readEntered } from "./read-entered.ts";
