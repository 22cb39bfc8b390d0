import { breakdownKey, parseBreakdownKey } from "../breakdown/breakdown-key.ts";
import type { Direction, IndicatorCode } from "../indicator/indicator.ts";
import type { PeriodType } from "../period/index.ts";
import { combineParts } from "./combine-parts.ts";
import { frameBelow, type Step } from "./frame.ts";
import { INCOMPLETE_PARTS, NOT_APPLICABLE, TYPE_MISMATCH } from "./result.ts";

/** The sum of `x` over the areas directly below the cell's. */
export function sumOverAreas(x: Step, at: PeriodType): Step {
  return (frame, ordinal) => {
    const areas = frame.space.childrenOf(frame.area, { type: at, ordinal });
    if (areas.length === 0) return NOT_APPLICABLE;
    const parts = areas.map((area) => x(frameBelow(frame, area, frame.breakdown), ordinal));
    return combineParts(parts, "sum");
  };
}

/** The sum of `x` over the codes of a dimension that together make its total. */
export function sumOverDimension(x: Step, dimension: string, indicator: IndicatorCode): Step {
  return (frame, ordinal) => {
    const codes = frame.space.partsOf(dimension, indicator);
    if (codes === null || codes.length === 0) return INCOMPLETE_PARTS;
    const own = parseBreakdownKey(frame.breakdown);
    const parts = codes.map((code) => {
      const below = frameBelow(frame, frame.area, breakdownKey({ ...own, [dimension]: code }));
      return x(below, ordinal);
    });
    return combineParts(parts, "sum");
  };
}

/** The place of the cell's area among the areas of its level that have a number; ties share the better place. */
export function rankAmongAreas(x: Step, at: PeriodType, direction: Direction): Step {
  return (frame, ordinal) => {
    const own = x(frame, ordinal);
    if (typeof own === "object") return own;
    if (typeof own === "boolean") return TYPE_MISMATCH;
    const parent = frame.space.parentOf(frame.area);
    const areas = parent === null ? [] : frame.space.childrenOf(parent, { type: at, ordinal });
    if (!areas.includes(frame.area)) return NOT_APPLICABLE;
    let better = 0;
    for (const area of areas) {
      if (area === frame.area) continue;
      const other = x(frameBelow(frame, area, frame.breakdown), ordinal);
      if (typeof other === "number" && (direction === "lower" ? other < own : other > own)) better += 1;
    }
    return better + 1;
  };
}
