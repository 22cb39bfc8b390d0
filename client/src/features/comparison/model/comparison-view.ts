import { formatNumber } from "@bochiso/shared/i18n";
import type { AreaComparison, AreaRow } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { formatValue, joinUnit } from "../../../lib/format/index.ts";
import type { MapArea } from "../../../maps/index.ts";
import { comparisonWords } from "../words.ts";

export interface RankedRow {
  row: AreaRow;
  name: string;
  text: string;
  /** Position on the axis, percent. */
  at: number;
}

export interface LegendClass {
  class: number;
  label: string;
  count: number;
}

export interface ComparisonView {
  ranked: RankedRow[];
  unranked: string[];
  legend: LegendClass[];
  areas: ReadonlyMap<string, MapArea>;
  /** Position of the nation's line and its text; null without a number. */
  nation: { at: number; text: string } | null;
  target: { at: number; text: string } | null;
}

const MARGIN = 0.04;

function axis(values: readonly number[]): (value: number) => number {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const pad = (high - low || 1) * MARGIN;
  return (value) => ((value - low + pad) / (high - low + 2 * pad)) * 100;
}

const numberOf = (row: AreaRow) => (row.value.kind === "number" ? row.value.value : null);

function legendOf(comparison: AreaComparison, language: Language): LegendClass[] {
  const t = comparisonWords[language];
  const { classes, display, growthOffset } = comparison;
  const say = (limit: number) =>
    formatNumber((limit + growthOffset) * display.factor, { lang: language, decimals: limitDecimals(comparison) });
  return classes
    .map(({ from, to, count }, index) => {
      const first = index === 0 && classes.length > 1;
      const last = index === classes.length - 1;
      const label = last ? t.classFrom(say(from)) : first ? t.classUnder(say(to)) : t.classBetween(say(from), say(to));
      return { class: index + 1, label, count };
    })
    .reverse();
}

/** Limits are rounded by the server: as many decimals as the finest of them needs. */
function limitDecimals({ classes, display }: AreaComparison): number {
  const limits = classes.flatMap(({ from, to }) => [from * display.factor, to * display.factor]);
  const fits = [0, 1, 2, 3].find((places) =>
    limits.every((limit) => Math.abs(limit - Number(limit.toFixed(places))) < 1e-9),
  );
  return fits ?? display.decimals;
}

/** Everything the map, the ranking and the table say, so that the three cannot differ. */
export function comparisonView(comparison: AreaComparison, language: Language): ComparisonView {
  const t = comparisonWords[language];
  const { display, growthOffset: offset, nation, target } = comparison;
  const format = (value: AreaRow["value"]) => formatValue(value, { display, language, offset, signed: offset !== 0 });
  const withData = comparison.rows.filter((row) => numberOf(row) !== null && row.rank !== null);
  const values = withData.flatMap((row) => numberOf(row) ?? []);
  const nationNumber = nation?.kind === "number" ? nation.value : null;
  const place = axis([
    ...values,
    ...(nationNumber === null ? [] : [nationNumber]),
    ...(target === null ? [] : [target]),
  ]);
  const ranked = withData
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map((row) => ({ row, name: row.name[language], text: format(row.value).text, at: place(numberOf(row) ?? 0) }));
  const areas = new Map<string, MapArea>();
  for (const row of comparison.rows) {
    const rank = row.rank === null ? "" : `, ${t.rankOf(row.rank)}`;
    const said = numberOf(row) === null ? t.noData : `${joinUnit(format(row.value))}${rank}`;
    areas.set(row.area, { code: row.area, class: row.class, label: `${row.name[language]}: ${said}` });
  }
  return {
    ranked,
    unranked: comparison.rows.filter((row) => !withData.includes(row)).map((row) => row.name[language]),
    legend: legendOf(comparison, language),
    areas,
    nation: nation === null || nationNumber === null ? null : { at: place(nationNumber), text: format(nation).text },
    target: target === null ? null : { at: place(target), text: format({ kind: "number", value: target }).text },
  };
}
