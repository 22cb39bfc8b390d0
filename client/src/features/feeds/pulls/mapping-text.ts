import { formatNumber } from "@bochiso/shared/i18n";
import type { PullColumn, PullPeriod, PullPeriodFormat, PullRow, PullUnit, PullValue } from "@bochiso/shared/pull";
import type { Language } from "@bochiso/shared/text";
import { pullWords } from "./words.ts";

const EXAMPLES = {
  standard: "2026-10",
  "month/year": "10/2026",
  "quarter/year": "3/2026",
  "day/month/year": "31/10/2026",
  date: "2026-10-31",
} as const satisfies Record<PullPeriodFormat, string>;

/** A column of the contract and where it comes from, in words. */
export interface MappedColumn {
  readonly name: string;
  readonly from: string;
}

/** How a record becomes a row, column by column; dimensions by their ids. */
export function mappingText(row: PullRow, language: Language): MappedColumn[] {
  const t = pullWords[language];
  const { indicator, area, period, value, unit, status, scenario, note, breakdown } = row;
  const columns: readonly [string, string | undefined][] = [
    [t.columns.indicator, columnText(indicator, language)],
    [t.columns.area, columnText(area, language)],
    [t.columns.period, periodText(period, language)],
    [t.columns.value, valueText(value, language)],
    [t.columns.unit, unitText(unit, language)],
    [t.columns.status, columnText(status, language)],
    [t.columns.scenario, columnText(scenario, language)],
    [t.columns.note, columnText(note, language)],
    ...Object.entries(breakdown).map(([name, column]): [string, string | undefined] => [
      name,
      columnText(column, language),
    ]),
  ];
  return columns.flatMap(([name, from]) => (from === undefined ? [] : [{ name, from }]));
}

function columnText(column: PullColumn | undefined, language: Language): string | undefined {
  const t = pullWords[language];
  if (column?.constant !== undefined) return t.constant(column.constant);
  if (column?.field === undefined) return undefined;
  const { field, codes } = column;
  return codes === undefined ? t.field(field) : `${t.field(field)}, ${t.codes(Object.keys(codes).length)}`;
}

function periodText(period: PullPeriod, language: Language): string {
  const t = pullWords[language];
  if (period.constant !== undefined) return t.constant(period.constant);
  const fields = [period.field, period.year, period.month, period.quarter].flatMap((it) => it ?? []);
  const named = fields.map((it) => t.field(it)).join(" + ");
  return period.field === undefined ? named : `${named}, ${t.writtenAs(EXAMPLES[period.format])}`;
}

function valueText({ field, decimal }: PullValue, language: Language): string {
  const t = pullWords[language];
  return decimal === "." ? t.field(field) : `${t.field(field)}, ${t.decimalComma}`;
}

function unitText(unit: PullUnit | undefined, language: Language): string | undefined {
  const t = pullWords[language];
  if (unit?.power !== undefined) return powerText(unit.power, language);
  if (unit?.field === undefined) return undefined;
  const told = Object.entries(unit.powers ?? {}).map(([name, power]) => `${name}: ${powerText(power, language)}`);
  return `${t.field(unit.field)} (${told.join("; ")})`;
}

/** What a number is multiplied or divided by, written out. */
function powerText(power: number, language: Language): string {
  const t = pullWords[language];
  const factor = formatNumber(10 ** Math.abs(power), { lang: language, decimals: 0 });
  return power === 0 ? t.unitOf : power > 0 ? t.times(factor) : t.divided(factor);
}
