import type { Area, AreaCode } from "../area/index.ts";
import type { LineageStep } from "./lineage.ts";

/**
 * The mergers and renames that the areas state: a unit whose every former unit ended before it began. A former unit that
 * lived on under its own code when another was merged into it (Hà Nội in 2008, Hà Tây) is no step itself, for its own
 * earlier figures are those of the smaller unit; but what took over from it is made of both until that day.
 */
export function areaLineage(areas: Iterable<Area>): LineageStep<AreaCode>[] {
  const byCode = new Map([...areas].map((area) => [area.code, area]));
  return [...byCode.values()].flatMap(({ code, validFrom, predecessors, simulated }) => {
    if (validFrom === null || predecessors.length === 0 || simulated) return [];
    const ended = predecessors.every((former) => {
      const end = byCode.get(former)?.validTo ?? null;
      return end !== null && end < validFrom;
    });
    if (!ended) return [];
    const absorbed = predecessors.flatMap((former) => absorbedBy(former, byCode));
    if (absorbed.length === 0) return [{ from: predecessors, to: code, effective: validFrom }];
    const until = Object.fromEntries(absorbed.map((area) => [area.code, area.validTo]));
    return [{ from: [...predecessors, ...absorbed.map((area) => area.code)], to: code, effective: validFrom, until }];
  });
}

/** Units that were merged into one that lived on, and those merged into them before. */
function absorbedBy(code: AreaCode, byCode: ReadonlyMap<AreaCode, Area>): (Area & { readonly validTo: string })[] {
  const unit = byCode.get(code);
  if (unit === undefined) return [];
  return unit.predecessors.flatMap((former) => {
    const area = byCode.get(former);
    const validTo = area?.validTo ?? null;
    const livedOn = validTo !== null && (unit.validFrom === null || unit.validFrom <= validTo);
    return area !== undefined && livedOn ? [{ ...area, validTo }, ...absorbedBy(former, byCode)] : [];
  });
}
