import type { Display } from "../indicator/indicator.ts";
import type { Text } from "../text/text.ts";
import { figureText } from "./figure-text.ts";

/**
 * A display that also says how its levels are read: `growth` where the number is the growth that a comparison index stands for
 * (`shownTerms`). Part of no definition.
 */
export interface ReadDisplay extends Display {
  readonly reads?: "growth" | undefined;
}

/** Which way a figure went, and how the way is said around it. */
const WAYS = {
  up: { vi: (figure: string) => `tăng ${figure}`, en: (figure: string) => `${figure} growth` },
  down: { vi: (figure: string) => `giảm ${figure}`, en: (figure: string) => `${figure} decline` },
} as const;

/** A growth as it is said, without its sign: `9%` and the way it went; what rounds to zero went up. */
interface SpokenGrowth {
  readonly way: keyof typeof WAYS;
  readonly size: Text;
}

function spokenGrowth(value: number, display: ReadDisplay): SpokenGrowth {
  const size = figureText(Math.abs(value), display);
  return { way: value < 0 && /[1-9]/.test(size.en) ? "down" : "up", size };
}

function say(way: SpokenGrowth["way"], { vi, en }: Text): Text {
  return { vi: WAYS[way].vi(vi), en: WAYS[way].en(en) };
}

/** A level inside a sentence: `1.000 tỷ đồng`, `8,4%`; a growth with the way it went, `tăng 9%`, `giảm 2%`. In the display's terms. */
export function levelText(value: number, display: ReadDisplay): Text {
  if (display.reads !== "growth") return figureText(value, display);
  const { way, size } = spokenGrowth(value, display);
  return say(way, size);
}

/** A lower bound, an upper one or both inside a sentence: `từ 6% đến 7%`, `không quá 4,5%`, `tăng ít nhất 6%`, `giảm không quá 2%`. */
export function boundsText(
  bounds: { readonly min: number | null; readonly max: number | null },
  display: ReadDisplay,
): Text {
  const { min, max } = bounds;
  if (display.reads !== "growth") {
    const write = (bound: number | null): Text | null => (bound === null ? null : figureText(bound, display));
    return between(write(min), write(max));
  }
  const [low, high] = [min, max].map((bound) => (bound === null ? null : spokenGrowth(bound, display)));
  if (low && high && low.way !== high.way) return between(say(low.way, low.size), say(high.way, high.size));
  // Of a decline the larger size is the lower bound: at least −2 % is a decline of at most 2 %.
  const down = (low ?? high)?.way === "down";
  const [least, most] = down ? [high, low] : [low, high];
  return say(down ? "down" : "up", between(least?.size ?? null, most?.size ?? null));
}

function between(min: Text | null, max: Text | null): Text {
  if (min && max) return { vi: `từ ${min.vi} đến ${max.vi}`, en: `${min.en} to ${max.en}` };
  if (min) return { vi: `ít nhất ${min.vi}`, en: `at least ${min.en}` };
  return { vi: `không quá ${max?.vi ?? ""}`, en: `at most ${max?.en ?? ""}` };
}
