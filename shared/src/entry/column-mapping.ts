import { z } from "zod";
import { parsePeriod } from "../period/parse-period.ts";
import { readWrittenPeriod } from "../period/read-written-period.ts";
import type { Text } from "../text/text.ts";

/** What a column of somebody's own table holds. */
export const ColumnRole = z.enum(["indicator", "area", "period", "value", "status", "unit", "note", "ignored"]);
export type ColumnRole = z.infer<typeof ColumnRole>;

/** Statuses that figures of a whole column or table may have: official, preliminary, estimated. */
export const TableStatus = z.enum(["A", "P", "E"]);
export type TableStatus = z.infer<typeof TableStatus>;

/** What every figure needs beside its value: from a column, from the heading of its column, or one for the whole table. */
export const TABLE_KEYS = ["indicator", "area", "period"] as const;
export type TableKey = (typeof TABLE_KEYS)[number];

/** Columns that a person is asked about at most; those to the right are not read. */
export const MOST_MAPPED_COLUMNS = 60;
const MOST_LINES = 1_048_576;
/** Lines that headings may take. */
export const MOST_HEADING_LINES = 10;
const Line = z.number().int().min(1).max(MOST_LINES);
const Said = z.string().max(200);

/** Where the headings of a table stand: the sheet (empty for CSV) and its lines, counted from 1 as a spreadsheet does. */
export const HeadingPlace = z
  .object({ sheet: z.string().max(200), first: Line, last: Line })
  .refine(({ first, last }) => first <= last && last - first < MOST_HEADING_LINES);
export type HeadingPlace = z.infer<typeof HeadingPlace>;

/** How a person says that their own table is to be read. */
export const ColumnMapping = z.object({
  headings: HeadingPlace,
  /** `column` is counted from 0; `of`: which period, area or indicator the values of this column are of, by `across`. */
  columns: z
    .array(
      z.object({
        column: z.number().int().min(0).max(200),
        role: ColumnRole,
        of: Said,
        /** Of the figures of a column of values whose lines say none. */
        status: TableStatus.optional(),
      }),
    )
    .max(MOST_MAPPED_COLUMNS),
  /** What the headings of the columns of values name; null: they name nothing, there is one such column. */
  across: z.enum(TABLE_KEYS).nullable(),
  /** One for the whole table, of what has no column; empty: none. Codes, names or periods as people write them. */
  fixed: z.object({ indicator: Said, area: Said, period: Said }),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** Why a table cannot be read as was said. */
export type MappingProblem =
  | { readonly kind: "no-value" }
  | { readonly kind: "twice"; readonly role: Exclude<ColumnRole, "value" | "ignored"> }
  /** Neither a column, nor headings, nor one for all. */
  | { readonly kind: "missing"; readonly key: TableKey }
  /** Several columns of values, and nothing parts them. */
  | { readonly kind: "across" }
  | { readonly kind: "heading"; readonly column: number }
  /** One for all, yet no period that can be read. */
  | { readonly kind: "period" };

const ONCE = ["indicator", "area", "period", "status", "unit", "note"] as const;

/** What is still to be said before a table can be read; empty: nothing. */
export function mappingProblems({ columns, across, fixed }: ColumnMapping): MappingProblem[] {
  const count = (role: ColumnRole): number => columns.filter((it) => it.role === role).length;
  const values = columns.filter(({ role }) => role === "value");
  const problems: MappingProblem[] = values.length === 0 ? [{ kind: "no-value" }] : [];
  if (values.length > 1 && across === null) problems.push({ kind: "across" });
  for (const role of ONCE) if (count(role) > 1) problems.push({ kind: "twice", role });
  if (across !== null) {
    for (const { column, of } of values) if (!isSaid(across, of)) problems.push({ kind: "heading", column });
  }
  for (const key of TABLE_KEYS) {
    if (across === key || count(key) > 0) continue;
    if (fixed[key].trim() === "") problems.push({ kind: "missing", key });
    else if (!isSaid(key, fixed[key])) problems.push({ kind: "period" });
  }
  return problems;
}

/** Names are looked up where the table is read; whether a text is a period at all can be told here. */
function isSaid(key: TableKey, text: string): boolean {
  if (key !== "period") return text.trim() !== "";
  return parsePeriod(text.trim()).ok || readWrittenPeriod(text) !== null;
}

/** A column as the person sees it. */
export interface AskedColumn {
  /** Counted from 0. */
  readonly column: number;
  /** Such as `D`. */
  readonly letter: string;
  /** What its headings say from the top down, joined by ` / `; empty: none. */
  readonly heading: string;
  /** The first different things that stand in it; numbers of the spreadsheet as exact decimal text. */
  readonly samples: readonly { readonly text: string; readonly isNumber: boolean }[];
}

/** One of what a feed sends, by its name. */
export interface FixedChoice {
  readonly code: string;
  readonly name: Text;
}

/** What is asked about a table whose headings are not understood, with what seems likely, or with what was said. */
export interface ColumnQuestion {
  /** Sheets that hold something. */
  readonly sheets: readonly string[];
  readonly columns: readonly AskedColumn[];
  readonly suggested: ColumnMapping;
  /** What can stand for the whole table. */
  readonly choices: { readonly indicators: readonly FixedChoice[]; readonly areas: readonly FixedChoice[] };
}
