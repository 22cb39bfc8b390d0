const DAY_MS = 86_400_000;
/** 1900-01-00 of Excel; the 29 February 1900 that it believes in makes days from March on one later. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465;

/** Digits that Excel shows of a number; what it stores beyond them are traces of binary arithmetic. */
const SHOWN_DIGITS = 15;

/** A number as it stands in a file (`1.2345000000000001E3`) as decimal text (`1234.5`); null where it is none. */
export function excelDecimal(raw: string, shift = 0): string | null {
  const number = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(number)) return null;
  const [mantissa = "0", exponent = "0"] = number.toExponential(SHOWN_DIGITS - 1).split("e");
  const isNegative = mantissa.startsWith("-");
  const digits = mantissa.replace(/[-.]/g, "").replace(/0+$/, "");
  if (digits === "") return "0";
  const point = Number(exponent) + shift + 1;
  const whole = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const fraction = point <= 0 ? "0".repeat(-point) + digits : digits.slice(point);
  return `${isNegative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** The day of a serial number of Excel as `2026-10-31`; null where it is none. */
export function excelDate(raw: string, is1904: boolean): string | null {
  const serial = Math.floor(Number(raw));
  if (!(serial >= 1 && serial <= LAST_SERIAL)) return null;
  return new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + serial * DAY_MS).toISOString().slice(0, 10);
}

/** How a number format shows its numbers. */
export function formatKind(code: string): "number" | "percent" | "date" {
  const bare = code
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .split(";")[0];
  if (bare === undefined || /^general$/i.test(bare)) return "number";
  if (bare.includes("%")) return "percent";
  return /[ymdhs]/i.test(bare) ? "date" : "number";
}

/** Kinds of the formats that every spreadsheet knows by number. Source: ECMA-376, 18.8.30. */
export function builtInKind(id: number): "number" | "percent" | "date" {
  if (id === 9 || id === 10) return "percent";
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    ? "date"
    : "number";
}
