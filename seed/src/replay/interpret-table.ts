import type { SubmittedObservation } from "@bochiso/shared/submission";
import { scaleDecimal } from "./exact-decimal.ts";
import type { ColumnRule, Defect, TableMapping } from "./mapping.ts";
import { type CsvRow, type CsvTable, parseCsv } from "./parse-csv.ts";
import type { InterpretedFile, PublishedValue, ReplayOmission } from "./published-value.ts";
import { appliesTo, areaOf, breakdownOf, indicatorOf, periodOf } from "./read-labels.ts";

const WHOLE_ROW: ReadonlySet<string | null> = new Set([null, "all value columns"]);
const DUPLICATE = "the key stands a second time in its table: the first occurrence is loaded";
const NO_RULE = "the mapping has no rule for it";
const NO_VALUES = "every value column is blank";
/** Columns that say where a row comes from or when it was seen: kept with the submission. */
const PROVENANCE: ReadonlySet<string> = new Set(["source_file", "sheet", "observed_at"]);

/** Collects what is left out, one entry per file, column and reason. */
class OmissionList {
  readonly #byKey = new Map<string, { column: string | null; reason: string; rows: Set<number>; cells: number }>();
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(column: string | null, reason: string, line: number | null, cells: number): void {
    const key = `${column}|${reason}`;
    const entry = this.#byKey.get(key) ?? { column, reason, rows: new Set<number>(), cells: 0 };
    if (line !== null) entry.rows.add(line);
    entry.cells += cells;
    this.#byKey.set(key, entry);
  }

  list(): ReplayOmission[] {
    return [...this.#byKey.values()].map((it) => ({
      file: this.#file,
      column: it.column,
      rows: [...it.rows],
      cells: it.cells,
      reason: it.reason,
    }));
  }
}

/** Why a cell must not be loaded, by the defects of the mapping. */
function skipReason(defects: readonly Defect[], line: number, column: string): string | undefined {
  const defect = defects.find(
    (it) =>
      it.action.startsWith("skip") &&
      it.rows.includes(line) &&
      (WHOLE_ROW.has(it.column) || it.column?.split(", ").includes(column)),
  );
  return defect && `${defect.what}; ${defect.action}`;
}

/** Reason the mapping gives for a column, or a part of a column, that it does not use. */
function unusedReason(mapping: TableMapping, column: string): string {
  const names = (text: string): string[] => text.split(/[,\s]+/);
  return mapping.unused.find((it) => names(it.column).includes(column))?.reason ?? NO_RULE;
}

/** Columns that hold labels and keys of the rows, read by the mapping itself. */
function labelColumns(mapping: TableMapping): Set<string> {
  const breakdowns = [...(mapping.breakdown ?? []), ...mapping.columns.flatMap((it) => it.breakdown ?? [])];
  return new Set([
    ...PROVENANCE,
    ...mapping.key,
    mapping.period.column,
    ...("column" in mapping.area ? [mapping.area.column] : []),
    ...breakdowns.flatMap((it) => [it.column, ...(it.by ? [it.by.column] : [])]),
    ...mapping.columns.flatMap((it) => Object.values(it.rowFields ?? {})),
  ]);
}

function publishedAt(row: CsvRow): string | null {
  const { source_file: source, observed_at: observed } = row.cells;
  // Tables are published by day: midnight in Viet Nam stands for the day.
  if (source !== undefined) return new Date(`${source.slice(0, 10)}T00:00:00+07:00`).toISOString();
  return observed === undefined ? null : new Date(observed).toISOString();
}

function observationOf(
  mapping: TableMapping,
  rule: ColumnRule,
  row: CsvRow,
  indicator: string,
  text: string,
): SubmittedObservation {
  const period = periodOf(mapping, rule, row.cells);
  const breakdown = breakdownOf(rule.breakdown ?? mapping.breakdown ?? [], row.cells);
  const baseYear = rule.rowFields && Number(row.cells[rule.rowFields.baseYear]);
  return {
    indicator,
    area: areaOf(mapping.area, row.cells),
    period,
    value: scaleDecimal(text, rule.factor, rule.offset),
    status: mapping.statusByPeriod?.[period] ?? rule.status,
    scenario: rule.scenario,
    ...(Object.keys(breakdown).length > 0 ? { breakdown } : {}),
    ...(baseYear === undefined ? {} : { baseYear }),
  };
}

/** Reads one value column of a table in file order. Marks the cells it has dealt with. */
function readColumn(
  mapping: TableMapping,
  rule: ColumnRule,
  table: CsvTable,
  omissions: OmissionList,
  dealtWith: Set<string>,
): PublishedValue[] {
  const seen = new Set<string>();
  const values: PublishedValue[] = [];
  for (const row of table.rows) {
    const text = row.cells[rule.column];
    if (text === undefined) throw new Error(`${mapping.file} has no column ${rule.column}`);
    if (text === "" || !appliesTo(rule, row.cells)) continue;
    const indicator = indicatorOf(rule, row.cells);
    if (indicator === undefined) continue;
    dealtWith.add(`${row.line}|${rule.column}`);
    const skipped = skipReason(mapping.defects, row.line, rule.column);
    if (skipped !== undefined) {
      omissions.add(rule.column, skipped, row.line, 1);
      continue;
    }
    const observation = observationOf(mapping, rule, row, indicator, text);
    const key = JSON.stringify([indicator, observation.area, observation.period, observation.breakdown]);
    if (seen.has(key)) {
      omissions.add(rule.column, DUPLICATE, row.line, 1);
      continue;
    }
    seen.add(key);
    values.push({
      file: mapping.file,
      document: row.cells.source_file ?? mapping.file,
      credit: mapping.credit,
      publishedAt: publishedAt(row),
      tablePeriod: row.cells[mapping.period.column] ?? "",
      line: row.line,
      isRevision: rule.periodShift < 0,
      observation,
    });
  }
  return values;
}

/** Lists every printed cell that no rule has dealt with, rows without any value, and rows the publisher left out. */
function listOmissions(mapping: TableMapping, table: CsvTable, omissions: OmissionList, dealtWith: Set<string>): void {
  const labels = labelColumns(mapping);
  const ruled = new Set(mapping.columns.map((it) => it.column));
  for (const row of table.rows) {
    for (const column of table.columns) {
      const printed = row.cells[column] !== "" && !labels.has(column) && !dealtWith.has(`${row.line}|${column}`);
      if (!printed) continue;
      const skipped = ruled.has(column) ? skipReason(mapping.defects, row.line, column) : undefined;
      omissions.add(column, skipped ?? unusedReason(mapping, column), row.line, 1);
    }
    if ([...ruled].every((column) => row.cells[column] === "")) omissions.add(null, NO_VALUES, row.line, 0);
  }
  for (const defect of mapping.defects) {
    if (defect.action.startsWith("missing"))
      omissions.add(null, `${defect.period}: ${defect.what}; ${defect.action}`, null, 0);
  }
}

/** Reads the observations of a published table by the rules of the mapping. Throws on a label without a code. */
export function interpretTable(mapping: TableMapping, text: string): InterpretedFile {
  const table = parseCsv(text);
  const omissions = new OmissionList(mapping.file);
  const dealtWith = new Set<string>();
  const values = mapping.columns.flatMap((rule) => readColumn(mapping, rule, table, omissions, dealtWith));
  listOmissions(mapping, table, omissions, dealtWith);
  return { values, omissions: omissions.list() };
}
