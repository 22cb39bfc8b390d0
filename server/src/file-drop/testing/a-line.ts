import type { FileCatalogue } from "../file-catalogue.ts";
import type { TableHeader } from "../find-header.ts";
import { Findings } from "../findings.ts";
import { OpenMarks } from "../mark-question.ts";
import { mergedCells } from "../merged-cells.ts";
import type { CellRange, FileCell, FileTable } from "../table.ts";
import type { LineContext } from "../table-context.ts";
import { Tally } from "../tally.ts";

/** Two indicators by month and day, and two areas, one of them known under two codes. */
const CATALOGUE: FileCatalogue = {
  dimensions: new Map([["ownership", "ownership"]]),
  periodTypes: new Map([
    ["a.money", "month"],
    ["a.daily", "day"],
  ]),
  percents: new Set(["a.rate"]),
  units: new Map(),
  names: {
    indicators: new Map([["doanh thu", "a.money"]]),
    areas: new Map([["cả nước", [{ code: "VN", validFrom: null, validTo: null }]]]),
  },
  choices: { indicators: [], areas: [] },
};

/** Indicator, area, period, breakdown, status and value in columns A to F. */
const COLUMNS: TableHeader["columns"] = new Map([
  [0, { kind: "field", field: "indicator" }],
  [1, { kind: "field", field: "area" }],
  [2, { kind: "field", field: "period" }],
  [3, { kind: "dimension", dimension: "ownership" }],
  [4, { kind: "field", field: "status" }],
  [5, { kind: "field", field: "value" }],
]);

/** Cells of a line of a test: a text, a cell of another kind, or null for an empty one. */
export type TestLine = readonly (string | FileCell | null)[];

/** A table with a header in row 1 and these lines below it. */
export function aTable(lines: readonly TestLine[], merged: readonly CellRange[] = []): FileTable {
  const cellOf = (cell: string | FileCell): FileCell =>
    typeof cell === "string" ? { kind: "text", text: cell } : cell;
  const rows = lines.map((line, at) => {
    const cells = line.flatMap((cell, column): [number, FileCell][] => (cell === null ? [] : [[column, cellOf(cell)]]));
    return [at + 1, new Map(cells)] as const;
  });
  return { name: "", hidden: false, rows: new Map(rows), merged, hiddenRows: new Set() };
}

/** Reading one line (from 1) of such a table. */
export function aLine(table: FileTable, row = 1, change: Partial<LineContext> = {}): LineContext {
  const header: TableHeader = { row: 0, firstRow: 1, columns: COLUMNS, unknown: [], unit: null, titleUnit: null };
  return {
    table,
    header,
    catalogue: CATALOGUE,
    findings: new Findings(),
    emptyIsSkipped: false,
    saidMark: null,
    openMarks: new OpenMarks(),
    prefix: "",
    row,
    merged: mergedCells(table.merged, 1),
    tally: new Tally(),
    decimalMark: null,
    valueColumn: 5,
    ...change,
  };
}

/** Codes and places of what a line led to, counted ones included. */
export function told({ findings, tally }: LineContext): string[] {
  tally.tell(findings);
  return findings.listed().map(({ code, place }) => `${code} ${place}`);
}
