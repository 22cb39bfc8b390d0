import type { BaseDimension, Exponents, Unit, UnitKind } from "./unit.ts";

/**
 * What the checker knows of the unit of a part of a formula. `factor` turns its numbers into base units.
 * `counted` ÷ `per` are the nouns of counts above and below the line. `loose` are literal factors such as 2,
 * 0.3 or 60 that may be weights or conversions: either reading may be used to match a unit once.
 */
export interface Quantity {
  readonly kind: UnitKind;
  readonly exponents: Exponents;
  readonly factor: number;
  readonly counted: readonly string[];
  readonly per: readonly string[];
  readonly loose: readonly number[];
  /** A difference of two ratios; in percent it is in percentage points. */
  readonly isDifference: boolean;
}

const BASES: readonly BaseDimension[] = ["length", "mass", "time", "vnd", "usd"];

/** A pure number: a ratio of like things. */
export const PURE: Quantity = {
  kind: "plain",
  exponents: {},
  factor: 1,
  counted: [],
  per: [],
  loose: [],
  isDifference: false,
};

/** Percent of something. */
export const PERCENT: Quantity = { ...PURE, kind: "percent", factor: 0.01 };
/** Level of an alarm scale. */
export const STATE: Quantity = { ...PURE, kind: "state" };
/** Place in a ranking. */
export const PLACE: Quantity = { ...PURE, counted: ["places"] };

/** The quantity of a number in a unit. */
export function quantityOf({ kind, exponents, factor, noun }: Unit): Quantity {
  return { ...PURE, kind, exponents, factor, counted: noun === null ? [] : [noun] };
}

/** Whether two factors are the same up to rounding of binary fractions. */
export function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** Whether two quantities have the same powers of base dimensions. */
export function sameExponents(a: Exponents, b: Exponents): boolean {
  return BASES.every((base) => (a[base] ?? 0) === (b[base] ?? 0));
}

/** Whether a quantity has no dimension and counts nothing, or one thing per another. */
export function isRatio({ exponents, counted, per }: Quantity): boolean {
  return sameExponents(exponents, {}) && counted.length > 0 === per.length > 0;
}

/** Powers of a product: `a·b^sign`. */
export function combineExponents(a: Exponents, b: Exponents, sign: 1 | -1): Exponents {
  const combined: Partial<Record<BaseDimension, number>> = {};
  for (const base of BASES) {
    const power = (a[base] ?? 0) + sign * (b[base] ?? 0);
    if (power !== 0) combined[base] = power;
  }
  return combined;
}

/** Powers of a root or power. */
export function scaleExponents(a: Exponents, by: number): Exponents {
  const scaled: Partial<Record<BaseDimension, number>> = {};
  for (const base of BASES) {
    const power = (a[base] ?? 0) * by;
    if (power !== 0) scaled[base] = power;
  }
  return scaled;
}

/** Products of the subsets of loose factors: the conversions they can stand for. Bounded to six factors. */
export function conversionsOf(loose: readonly number[]): number[] {
  const products = [1];
  for (const factor of loose.slice(0, 6)) products.push(...products.map((product) => product * factor));
  return products;
}
