import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { OrdinalRange } from "../formula/ordinal-range.ts";
import type { Rule } from "./dependency-graph.ts";
import { operandAreas, operandBreakdowns, type Surroundings } from "./edge-places.ts";
import type { OperandPath } from "./operand-path.ts";
import { resultsOf } from "./period-step.ts";

/** First and last result that the stored anchors of a rule can give at a place; null where nothing is stored. */
export function anchoredExtent(
  rule: Rule,
  place: { area: AreaCode; breakdown: BreakdownKey },
  around: Surroundings,
): OrdinalRange | null {
  let extent: OrdinalRange | null = null;
  for (const anchor of rule.anchors) {
    for (const stored of storedRanges(anchor, place, around)) {
      for (const path of anchor.paths) {
        const results = resultsOf(path, stored);
        if (results !== null && results.last !== Number.POSITIVE_INFINITY) extent = hull(extent, results);
      }
    }
  }
  return extent;
}

function storedRanges(
  anchor: OperandPath,
  place: { area: AreaCode; breakdown: BreakdownKey },
  { space, stored }: Surroundings,
): OrdinalRange[] {
  const { scenario } = anchor.reference;
  const indicator = anchor.operand.code;
  return operandAreas(anchor, place.area, space).flatMap((area) =>
    operandBreakdowns(anchor, place.breakdown, space)
      .map((breakdown) => stored.periodsOf({ indicator, area, breakdown, scenario }))
      .filter((range) => range !== null),
  );
}

function hull(a: OrdinalRange | null, b: OrdinalRange): OrdinalRange {
  return a === null ? b : { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
}
