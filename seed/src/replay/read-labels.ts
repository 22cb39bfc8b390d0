import { parentPeriod, periodFromId, periodId, shiftPeriod } from "@bochiso/shared/period";
import type { AreaRule, BreakdownRule, ColumnRule, Condition, TableMapping } from "./mapping.ts";
import type { CsvRow } from "./parse-csv.ts";

type Cells = CsvRow["cells"];

function cell(cells: Cells, column: string): string {
  const text = cells[column];
  if (text === undefined) throw new Error(`the mapping names column ${column}, which the file does not have`);
  return text;
}

function codeOf(codes: Readonly<Record<string, string>>, label: string, dimension: string): string {
  const code = codes[label];
  if (code === undefined) throw new Error(`label "${label}" has no code in ${dimension}`);
  return code;
}

function holds(condition: Condition, text: string): boolean {
  return "in" in condition ? condition.in.includes(text) : !condition.notIn.includes(text);
}

/** Whether a column rule speaks of this row. */
export function appliesTo(rule: ColumnRule, cells: Cells): boolean {
  return Object.entries(rule.where ?? {}).every(([column, condition]) => holds(condition, cell(cells, column)));
}

/** Indicator of a row, or undefined where the mapping has none for its label. */
export function indicatorOf(rule: ColumnRule, cells: Cells): string | undefined {
  if (typeof rule.indicator === "string") return rule.indicator;
  const label = cell(cells, rule.indicator.column);
  const code = rule.indicator.lookup[label];
  if (code === undefined && rule.otherwise === undefined) throw new Error(`label "${label}" has no indicator`);
  return code;
}

/** Area of a row in the spelling of the API. */
export function areaOf(rule: AreaRule, cells: Cells): string {
  if ("const" in rule) return rule.const;
  const code = cell(cells, rule.column);
  if (code === "" && rule.blank !== undefined) return rule.blank;
  return rule.values?.[code] ?? `${rule.prefix}${code}`;
}

function breakdownCode(rule: BreakdownRule, cells: Cells): string {
  const concerns = Object.entries(rule.when ?? {}).every(([column, text]) => cell(cells, column) === text);
  if (concerns) return codeOf(rule.codes, cell(cells, rule.column), rule.dimension);
  return rule.by ? codeOf(rule.by.codes, cell(cells, rule.by.column), rule.dimension) : "_T";
}

/** Breakdown of a row; dimensions at their total are left out. */
export function breakdownOf(rules: readonly BreakdownRule[], cells: Cells): Record<string, string> {
  return Object.fromEntries(
    rules.map((rule) => [rule.dimension, breakdownCode(rule, cells)] as const).filter(([, code]) => code !== "_T"),
  );
}

/** Period a value describes: that of its table, shifted, or the quarter that ends with it. */
export function periodOf(mapping: TableMapping, rule: ColumnRule, cells: Cells): string {
  const id = cell(cells, mapping.period.column);
  if (mapping.period.type === "year") return id;
  const month = periodFromId(id, "month");
  const endsQuarter = rule.periodRule !== undefined || mapping.period.type === "quarter";
  if (endsQuarter) {
    if (Number(id.slice(5)) % 3 !== 0) throw new Error(`${id} does not end a quarter`);
    return periodId(parentPeriod(month, "quarter"));
  }
  return periodId(shiftPeriod(month, rule.periodShift));
}
