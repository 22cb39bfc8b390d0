import type { ReadDisplay } from "../card/level-text.ts";
import type { Display } from "../indicator/indicator.ts";
import type { Value } from "../observation/value.ts";
import { missingValue, numberValue } from "../observation/value.ts";
import type { PeriodId } from "../period/period.ts";
import type { Text } from "../text/text.ts";

/**
 * Căn cứ đánh giá: one input of a status, an outlook or a run-rate. `value` is unscaled, shown by `display`
 * (`shown = value × factor`, with its unit and decimals; signed where it reads as a growth).
 */
export interface Ground {
  /** Stable within a method: `actual`, `due`, `goal`, … */
  readonly id: string;
  readonly name: Text;
  readonly value: Value;
  readonly display: ReadDisplay;
  readonly period: PeriodId | null;
}

/** A share 0…1 shown in percent. */
export const SHARE_DISPLAY: Display = { unit: { vi: "%", en: "%" }, factor: 100, decimals: 1 };
/** A count of periods. */
export const PERIODS_DISPLAY: Display = { unit: { vi: "kỳ", en: "periods" }, factor: 1, decimals: 0 };
/** A bare ratio, shown with two decimals. */
export const RATIO_DISPLAY: Display = { unit: { vi: "lần", en: "times" }, factor: 1, decimals: 2 };

/** A ground whose value is a number, or missing where it is null. */
export function ground(
  id: string,
  name: Text,
  value: number | Value | null,
  display: ReadDisplay,
  period: PeriodId | null = null,
): Ground {
  const held = value === null ? missingValue("not-reported") : typeof value === "number" ? numberValue(value) : value;
  return { id, name, value: held, display, period };
}
