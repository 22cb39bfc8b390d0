import { foldText, formatGrowth } from "../i18n/format-growth.ts";
import { formatNumber } from "../i18n/format-number.ts";
import { formatPoints } from "../i18n/format-points.ts";
import type { Text } from "../text/text.ts";

/** How a new figure stands to another: in words, and whether such a step is so large that it may be a slip of the unit. */
export interface FigureChange {
  readonly text: Text;
  readonly isLarge: boolean;
}

/** Three times or a third of the base: from there on a multiple is told. */
const LARGE_GROWTH = 200;
/** Percentage points: 8,3 typed as 83. */
const LARGE_POINTS = 20;
const WHOLE_FROM = 100;

const SIGN_CHANGED: Text = { vi: "đổi dấu", en: "the sign changed" };

/**
 * From one exact decimal text to another: `+2,3%`, `gấp 1.000 lần`, `bằng 1/1.000`, `đổi dấu`, of figures in percent
 * `+1,5 điểm %`. Null where they are equal or one of them says nothing about the other.
 */
export function figureChange(from: string, to: string, { isPercent }: { isPercent: boolean }): FigureChange | null {
  const [before, after] = [Number(from), Number(to)];
  if (!Number.isFinite(before) || !Number.isFinite(after) || before === after) return null;
  if (isPercent) return { text: points(after - before), isLarge: Math.abs(after - before) >= LARGE_POINTS };
  if (before === 0 || after === 0) return null;
  if (Math.sign(before) !== Math.sign(after)) return { text: SIGN_CHANGED, isLarge: true };
  const growth = (after / before - 1) * 100;
  const shrunk = before / after;
  if ((shrunk - 1) * 100 >= LARGE_GROWTH) return { text: partOf(shrunk), isLarge: true };
  return { text: growthText(growth), isLarge: foldText(growth, "vi") !== null };
}

function points(difference: number): Text {
  const said = (lang: "vi" | "en"): string => formatPoints(difference, { lang, decimals: 1, sign: "always" }, "short");
  return { vi: said("vi"), en: said("en") };
}

function growthText(growth: number): Text {
  const said = (lang: "vi" | "en"): string => formatGrowth(growth, { lang, decimals: 1, sign: "always" });
  return { vi: said("vi"), en: said("en") };
}

function partOf(shrunk: number): Text {
  const decimals = shrunk >= WHOLE_FROM || Number.isInteger(Number(shrunk.toFixed(1))) ? 0 : 1;
  const part = (lang: "vi" | "en"): string => `1/${formatNumber(shrunk, { lang, decimals })}`;
  return { vi: `bằng ${part("vi")}`, en: `${part("en")} of it` };
}
