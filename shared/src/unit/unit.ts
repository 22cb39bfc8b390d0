import type { Text } from "../text/text.ts";

/** Base dimensions of units; currencies are dimensions of their own, since no fixed factor joins them. */
export type BaseDimension = "length" | "mass" | "time" | "vnd" | "usd";

/** Powers of base dimensions; absent = 0. Energy is mass·length²·time⁻². */
export type Exponents = Readonly<Partial<Record<BaseDimension, number>>>;

/**
 * How numbers of a unit behave: `plain`; `percent` of something; `difference` of percentages (điểm %); `index`
 * with base 100; `state` and `timestamp` on which there is no free arithmetic.
 */
export type UnitKind = "plain" | "percent" | "difference" | "index" | "state" | "timestamp";

/** A unit of measurement: a number in it times `factor` is the quantity in base units. */
export interface Unit {
  readonly code: string;
  readonly text: Text;
  readonly kind: UnitKind;
  readonly exponents: Exponents;
  readonly factor: number;
  /** What is counted; counts of different things are not added. */
  readonly noun: string | null;
}
