import type { Language } from "../text/text.ts";
import { formatFigure } from "./format-figure.ts";
import { formatNumber, MISSING_TEXT, type NumberOptions } from "./format-number.ts";

const UNIT = {
  vi: { long: "điểm phần trăm", short: "điểm %" },
  en: { long: "percentage points", short: "pp" },
} as const satisfies Record<Language, Record<"long" | "short", string>>;

/** A difference of percentages in percentage points: `+1,5 điểm phần trăm`; `short` for rows and charts: `+1,5 điểm %`. */
export function formatPoints(
  points: number | string,
  options: NumberOptions,
  style: "long" | "short" = "long",
): string {
  const number = typeof points === "number" ? formatFigure(points, options) : formatNumber(points, options);
  return number === MISSING_TEXT ? number : `${number} ${UNIT[options.lang][style]}`;
}
