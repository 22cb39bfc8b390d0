import type { FileCatalogue } from "./file-catalogue.ts";
import type { TableHeader } from "./find-header.ts";
import type { Findings } from "./findings.ts";
import type { OpenMarks } from "./mark-question.ts";
import type { MergedCells } from "./merged-cells.ts";
import type { FileTable } from "./table.ts";
import type { Tally } from "./tally.ts";

/** A table to be read, with what reading it needs and tells. */
export interface TableContext {
  readonly table: FileTable;
  readonly header: TableHeader;
  readonly catalogue: FileCatalogue;
  readonly findings: Findings;
  /** A line without a value and a status is not meant to be sent. */
  readonly emptyIsSkipped: boolean;
  /** What the person said of numbers such as `1.234`; null: nothing. */
  readonly saidMark: "." | "," | null;
  readonly openMarks: OpenMarks;
  /** Before the address of a cell, such as `Biểu 1!`. */
  readonly prefix: string;
  /** Of a table that is read in several passes: whoever does so tells what it counted. */
  readonly tally?: Tally;
}

/** One line of it. */
export interface LineContext extends TableContext {
  readonly row: number;
  readonly merged: MergedCells;
  readonly tally: Tally;
  readonly decimalMark: "." | "," | null;
  readonly valueColumn: number;
}
