import { formatNumber } from "@bochiso/shared/i18n";
import type { AreaComparison } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { comparisonWords } from "../words.ts";

export interface LegendClass {
  class: number;
  label: string;
  count: number;
}

/** Circles whose area is in proportion to the value. */
export interface SymbolScale {
  /** Radius of a value as part of the greatest one, 0–1. */
  sizeOf: (value: number) => number;
  /** A few round values for the legend, largest first. */
  marks: { size: number; label: string }[];
}

const MARGIN = 0.04;

/** Percent of the axis at which a value stands. */
export function axis(values: readonly number[]): (value: number) => number {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const pad = (high - low || 1) * MARGIN;
  return (value) => ((value - low + pad) / (high - low + 2 * pad)) * 100;
}

/** The classes high to low, open at both ends. */
export function legendOf(comparison: AreaComparison, language: Language): LegendClass[] {
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

/** Parts of the greatest value that the legend shows. */
const MARKS = [1, 1 / 4, 1 / 20] as const;

/** The circles of counts and sums; null where a value is negative, which no circle can show, or all are zero. */
export function symbolsOf({ rows, display }: AreaComparison, language: Language): SymbolScale | null {
  const values = rows.flatMap(({ value }) => (value.kind === "number" ? [value.value] : []));
  const most = Math.max(0, ...values);
  if (most === 0 || values.some((value) => value < 0)) return null;
  const marks = MARKS.map((part) => roundDown(most * display.factor * part)).filter(
    (mark, index, all) => mark > 0 && all.indexOf(mark) === index,
  );
  const sizeOf = (value: number) => Math.sqrt(Math.max(0, value) / most);
  return {
    sizeOf,
    marks: marks.map((mark) => ({
      size: sizeOf(mark / display.factor),
      label: formatNumber(mark, { lang: language, decimals: decimalsOf(mark) }),
    })),
  };
}

function decimalsOf(mark: number): number {
  return String(mark).split(".")[1]?.length ?? 0;
}

/** A number kept to its first digit, rounded down to 1, 2 or 5. */
function roundDown(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const step = [5, 2, 1].find((each) => each * magnitude <= value) ?? 1;
  return Number((step * magnitude).toPrecision(3));
}
