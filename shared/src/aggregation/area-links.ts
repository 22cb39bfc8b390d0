import type { Area, AreaCode } from "../area/index.ts";
import { dayNumberOf } from "../period/civil-date.ts";
import type { Link } from "./link-table.ts";

/**
 * Which areas make which: the nation of its provinces, a region of its provinces, a province of its communes, each
 * while both are in force; former and present provinces in their own time. Regions are groupings beside the
 * provinces, so that the nation counts each province once. For days before a region was drawn its first provinces
 * count, by their recast values. Simulated areas are part of nothing.
 */
export function areaLinks(areas: Iterable<Area>): Link<AreaCode>[] {
  const real = [...areas].filter(({ simulated }) => !simulated);
  const byCode = new Map(real.map((area) => [area.code, area]));
  const nation = real.find(({ level }) => level === "nation");
  return real.flatMap((area) => {
    if (area.level === "commune") {
      const province = area.parent === null ? undefined : byCode.get(area.parent);
      return linkOf(area, province);
    }
    if (area.level !== "province") return [];
    const region = area.region === null ? undefined : byCode.get(area.region);
    return [...linkOf(area, nation), ...linkOf(area, region)];
  });
}

function linkOf(part: Area, whole: Area | undefined): Link<AreaCode>[] {
  if (whole === undefined) return [];
  const start = Math.max(startOf(part), startOf(whole));
  const last = Math.min(endOf(part), endOf(whole));
  if (last < start) return [];
  const isFirstMember = whole.level === "region" && startOf(part) <= startOf(whole);
  const first = isFirstMember ? Number.NEGATIVE_INFINITY : start;
  return [{ kind: "roll-up", part: part.code, whole: whole.code, first, last, share: 1 }];
}

function startOf({ validFrom }: Area): number {
  return (validFrom === null ? null : dayNumberOf(validFrom)) ?? Number.NEGATIVE_INFINITY;
}

function endOf({ validTo }: Area): number {
  return (validTo === null ? null : dayNumberOf(validTo)) ?? Number.POSITIVE_INFINITY;
}
