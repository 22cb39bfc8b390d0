import { LIMITS } from "./limits.ts";

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
const NOT_A_FINITE_NUMBER = /^[+-]?(nan|inf|infinity|∞)$/i;

/** A decimal as sent, its canonical text (equal numbers have equal texts) and its nearest double. */
export interface ExactDecimal {
  sent: string;
  canonical: string;
  double: number;
}

/** Why a text is not an acceptable value; the words of the row codes of push-api. */
export type DecimalFault = "value-not-a-number" | "value-precision";

/**
 * Reads a decimal such as `42150.30`, `-0.5`, `1.5e3` exactly. Refused: thousands separators, decimal commas, hexadecimal
 * (`value-not-a-number`); NaN, Infinity and numbers that take more than 38 digits to write out (`value-precision`).
 */
export function readExactDecimal(sent: string): ExactDecimal | DecimalFault {
  const match = DECIMAL.exec(sent);
  if (match === null) return NOT_A_FINITE_NUMBER.test(sent) ? "value-precision" : "value-not-a-number";
  const [, sign = "", whole = "", fraction = "", exponentText = "0"] = match;
  const exponent = Number(exponentText);
  if (sent.length > 100 || Math.abs(exponent) > 400) return "value-precision";
  const plain = exponent === 0 ? { whole, fraction } : shift(whole, fraction, exponent);
  const digits = plain.whole.replace(/^0+/, "");
  if (digits.length + plain.fraction.length > LIMITS.valueDigits) return "value-precision";
  const tail = plain.fraction.replace(/0+$/, "");
  const magnitude = `${digits || "0"}${tail === "" ? "" : `.${tail}`}`;
  const canonical = sign === "-" && magnitude !== "0" ? `-${magnitude}` : magnitude;
  const double = Number(canonical);
  return { sent, canonical, double };
}

/** Moves the decimal point by `exponent` places. */
function shift(whole: string, fraction: string, exponent: number): { whole: string; fraction: string } {
  if (exponent >= 0) {
    const padded = fraction.padEnd(exponent, "0");
    return { whole: whole + padded.slice(0, exponent), fraction: padded.slice(exponent) };
  }
  const padded = whole.padStart(-exponent + 1, "0");
  const cut = padded.length + exponent;
  const tail = `${padded.slice(cut)}${fraction}`;
  return { whole: padded.slice(0, cut), fraction: tail.replace(/0+$/, "") };
}
