import type { Area, AreaCode } from "../area/index.ts";
import type { LineageStep } from "./lineage.ts";

/**
 * The mergers and renames that the areas state: a unit whose every former unit ended before it began. A unit that
 * lived on under its own code (Hà Nội in 2008, when Hà Tây was merged into it) is none: its earlier figures are
 * those of the smaller unit, and its definition declares a break.
 */
export function areaLineage(areas: Iterable<Area>): LineageStep<AreaCode>[] {
  const byCode = new Map([...areas].map((area) => [area.code, area]));
  return [...byCode.values()].flatMap(({ code, validFrom, predecessors, simulated }) => {
    if (validFrom === null || predecessors.length === 0 || simulated) return [];
    const ended = predecessors.every((former) => {
      const end = byCode.get(former)?.validTo ?? null;
      return end !== null && end < validFrom;
    });
    return ended ? [{ from: predecessors, to: code, effective: validFrom }] : [];
  });
}
