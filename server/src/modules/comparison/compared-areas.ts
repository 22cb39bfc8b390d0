import { recastRefusal } from "@bochiso/shared/aggregation";
import type { Area } from "@bochiso/shared/area";
import { absenceReason, type CardPoint, type ComparedArea, type FormerUnit, recastHow } from "@bochiso/shared/card";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { missingValue } from "@bochiso/shared/observation";
import { lastDay, type Period } from "@bochiso/shared/period";
import type { AreaRecast, ComparisonBasis } from "@bochiso/shared/screen";
import type { ScreenWorld } from "../screen/screen-world.ts";

/** The last day of the former provinces. Source: Nghị quyết 202/2025/QH15. */
const LAST_DAY = "2025-06-30";

/** Every unit that may stand in a comparison on a basis, in official order; fictional ones never. */
export function basisAreas({ homes, areas }: ScreenWorld, basis: ComparisonBasis): Area[] {
  if (basis === "present") return homes.order.provinces.flatMap((code) => areas.get(code) ?? []);
  return [...areas.values()].filter(({ codeSet, simulated }) => codeSet === "vn63" && !simulated);
}

/** The former units as they stood at the end of a period, at the latest on their last day; present ones are all there. */
export function standingAt(areas: readonly Area[], basis: ComparisonBasis, period: Period | null): Area[] {
  if (basis === "present") return [...areas];
  const end = period === null || period.type === "static" ? LAST_DAY : lastDay(period);
  const day = end < LAST_DAY ? end : LAST_DAY;
  return areas.filter(
    ({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day),
  );
}

/** Whether a period ended before the provinces were merged. */
export function isBeforeMergers(period: Period): boolean {
  return period.type !== "static" && lastDay(period) <= LAST_DAY;
}

/** The cell of an area at a period; undefined where nothing is stored. */
export type PointAt = (area: string, ordinal: number) => CardPoint | undefined;

/** Builds the compared areas of one indicator at one period. */
export interface ComparedContext {
  world: ScreenWorld;
  definition: IndicatorDefinition;
  /** Null: no period has a figure. */
  period: Period | null;
  pointAt: PointAt;
}

/** An area with its value, how it was recast, or why there is none. */
export function comparedArea(context: ComparedContext, area: Area): ComparedArea {
  const { world, period, pointAt } = context;
  const point = period === null ? undefined : pointAt(area.code, period.ordinal);
  const before = period === null ? undefined : pointAt(area.code, period.ordinal - 1);
  const former = formerUnits(context, area);
  const successor = area.successor === null ? undefined : world.areas.get(area.successor);
  return {
    area: area.code,
    name: area.name,
    value: point?.value ?? missingValue("not-reported"),
    previous: period === null ? null : (before?.value ?? missingValue("not-reported")),
    recast: recastOf(context, area, point, former),
    absence: absenceReason({
      value: point?.value ?? null,
      former,
      refusal: former.length > 0 ? recastRefusal(context.definition) : null,
    }),
    successor: successor === undefined ? null : { area: successor.code, name: successor.name },
  };
}

/** The units that stood for a present one in a period before its merger; none afterwards. */
function formerUnits({ world, period, pointAt }: ComparedContext, area: Area): FormerUnit[] {
  if (period === null || !isBefore(period, area)) return [];
  return area.predecessors.flatMap((code) => {
    const unit = world.areas.get(code);
    return unit === undefined ? [] : [{ name: unit.name, has: pointAt(code, period.ordinal)?.value.kind === "number" }];
  });
}

function isBefore(period: Period, { validFrom }: Area): boolean {
  return period.type !== "static" && validFrom !== null && lastDay(period) < validFrom;
}

function recastOf(
  { definition }: ComparedContext,
  { validFrom }: Area,
  point: CardPoint | undefined,
  former: readonly FormerUnit[],
): AreaRecast | null {
  const way = point?.way;
  if (point?.value.kind !== "number" || former.length === 0 || validFrom === null) return null;
  if (way !== "carried" && way !== "recast" && way !== "formula") return null;
  return { way, how: recastHow({ way, rule: definition.aggregation.area, former, since: validFrom }) };
}
