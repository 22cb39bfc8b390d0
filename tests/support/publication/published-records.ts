import {
  type BreakdownRule,
  type ColumnRule,
  type PublishedTable,
  publishedOverview,
  publishedRows,
  publishedTables,
} from "./mapping.ts";
import type { CsvRow } from "./read-csv.ts";

/** One value of the publication, as it must be found in the system. */
export interface PublishedRecord {
  indicator: string;
  area: string;
  period: string;
  /** `dimension=code` joined by `;` in the order of the names; totals left out. */
  breakdown: string;
  value: number;
  status: string;
}

/** The address of a cell as text. */
export function cellOf(record: Omit<PublishedRecord, "value" | "status">): string {
  return [record.indicator, record.area, record.period, record.breakdown].join(" ");
}

/**
 * Every value of the published files in the order of publication: a second reading of `mapping.json`, which shares
 * nothing with the one of the seed.
 */
export function publishedRecords(): PublishedRecord[] {
  const overview = publishedOverview().map((it) => ({ ...it, area: "VN", breakdown: "" }));
  return [...publishedTables().flatMap(recordsOf), ...overview];
}

/** The cells as they stand after the last publication: a later value of a cell replaces the earlier one. */
export function publishedCells(): Map<string, PublishedRecord> {
  return new Map(publishedRecords().map((record) => [cellOf(record), record]));
}

function recordsOf(table: PublishedTable): PublishedRecord[] {
  const months = Map.groupBy(firstOccurrences(table), (row) => row[table.period.column] ?? "");
  const order = [...months.keys()].sort();
  // Within a table the month before is printed first, so that its revision precedes what follows.
  const columns = table.columns.toSorted((a, b) => (a.periodShift ?? 0) - (b.periodShift ?? 0));
  return order.flatMap((month) =>
    columns.flatMap((column) => (months.get(month) ?? []).flatMap((row) => recordOf({ table, column, row }))),
  );
}

/** A key is compared after labels are read as codes; its first row is the one that counts. */
function firstOccurrences(table: PublishedTable): CsvRow[] {
  const seen = new Set<string>();
  return publishedRows(table.file).filter((row) => {
    const key = table.key.map((name) => codeOfLabel(table, name, row)).join("|");
    return !seen.has(key) && seen.add(key);
  });
}

function codeOfLabel(table: PublishedTable, column: string, row: CsvRow): string {
  const label = row[column] ?? "";
  const rule = table.breakdown?.find((it) => it.column === column && it.by === undefined && it.when === undefined);
  return rule?.codes[label] ?? label;
}

function recordOf(at: { table: PublishedTable; column: ColumnRule; row: CsvRow }): PublishedRecord[] {
  const { table, column, row } = at;
  const published = row[column.column] ?? "";
  const indicator = typeof column.indicator === "string" ? column.indicator : lookup(column.indicator, row);
  if (published === "" || indicator === undefined || !applies(column, row) || isDefect(table, column, row)) return [];
  const month = row[table.period.column] ?? "";
  return [
    {
      indicator,
      area: areaOf(table, row),
      period: periodOf(table, column, month),
      breakdown: breakdownOf([...(table.breakdown ?? []), ...(column.breakdown ?? [])], row),
      value: Number(published) + column.offset,
      status: table.statusByPeriod?.[month] ?? column.status,
    },
  ];
}

function lookup(rule: { column: string; lookup: Record<string, string> }, row: CsvRow): string | undefined {
  return rule.lookup[row[rule.column] ?? ""];
}

function applies({ where = {} }: ColumnRule, row: CsvRow): boolean {
  return Object.entries(where).every(([name, { in: only, notIn }]) => {
    const text = row[name] ?? "";
    return (only?.includes(text) ?? true) && !notIn?.includes(text);
  });
}

/** Faults of the publication that are not loaded; doubled rows are already gone. */
function isDefect(table: PublishedTable, column: ColumnRule, row: CsvRow): boolean {
  return table.defects.some(
    (defect) =>
      defect.action.startsWith("skip") &&
      !defect.action.includes("first occurrence") &&
      defect.period === row[table.period.column] &&
      (defect.column === column.column || defect.column?.startsWith("all ")),
  );
}

function areaOf({ area }: PublishedTable, row: CsvRow): string {
  if (area.column === undefined) return area.const ?? "";
  const code = row[area.column] ?? "";
  if (code === "" && area.blank !== undefined) return area.blank;
  return area.values?.[code] ?? `${area.prefix ?? ""}${code}`;
}

function periodOf(table: PublishedTable, column: ColumnRule, printed: string): string {
  const [year = 0, month = 1] = printed.split("-").map(Number);
  if (table.period.type === "year") return printed;
  if (table.period.type === "quarter" || column.periodRule !== undefined) return `${year}-Q${Math.ceil(month / 3)}`;
  const shifted = year * 12 + month - 1 + (column.periodShift ?? 0);
  return `${Math.floor(shifted / 12)}-${String((shifted % 12) + 1).padStart(2, "0")}`;
}

function breakdownOf(rules: readonly BreakdownRule[], row: CsvRow): string {
  return rules
    .map((rule) => ({ dimension: rule.dimension, code: codeOf(rule, row) }))
    .filter(({ code }) => code !== "_T")
    .map(({ dimension, code }) => `${dimension}=${code}`)
    .sort()
    .join(";");
}

function codeOf({ by, when, column, codes }: BreakdownRule, row: CsvRow): string {
  const fixed = by?.codes[row[by.column] ?? ""];
  if (fixed !== undefined) return fixed;
  const meant = Object.entries(when ?? {}).every(([name, text]) => row[name] === text);
  if (!meant) return "_T";
  const label = row[column] ?? "";
  const code = codes[label];
  if (code === undefined) throw new Error(`No code for "${label}" in column ${column}`);
  return code;
}
