import type { ColumnMapping, ColumnQuestion, MappingProblem } from "@bochiso/shared/entry";

/** What each part of the question about a table's columns is given. */
export interface MappingPart {
  question: ColumnQuestion;
  mapping: ColumnMapping;
  problems: readonly MappingProblem[];
  onChange: (mapping: ColumnMapping) => void;
}
