import { agencyLineage } from "@bochiso/shared/aggregation";
import { type BreakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import { type FormerUnit, recastHow } from "@bochiso/shared/card";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { lastDay, type Period } from "@bochiso/shared/period";
import type { CardModel } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import type { ScreenWorld } from "./screen-world.ts";

/** The units that stood for a present one, and since when it stands itself. */
export interface Former {
  units: readonly FormerUnit[];
  since: string;
}

/** A card that says from which former units its value was recast, carried over or recomputed; others as they are. */
export function withRecastNote(
  world: ScreenWorld,
  { definition, shown }: { definition: IndicatorDefinition; shown: Period | null },
  card: CardModel,
): CardModel {
  const how = shown === null ? null : recastNote(world, { definition, shown, card });
  return how === null || card.made === null ? card : { ...card, made: { ...card.made, how } };
}

function recastNote(
  world: ScreenWorld,
  { definition, shown, card }: { definition: IndicatorDefinition; shown: Period; card: CardModel },
): Text | null {
  const way = card.made?.way;
  if (card.value.kind !== "number" || shown.type === "static") return null;
  if (way !== "carried" && way !== "recast" && way !== "formula") return null;
  const former = formerOf(world, card.ref);
  if (former === null || lastDay(shown) >= former.since) return null;
  return recastHow({ way, rule: definition.aggregation.area, former: former.units, since: former.since });
}

/** The former units of a present province or of the ministry that a breakdown names; null for any other series. */
export function formerOf(world: ScreenWorld, { area, breakdown }: { area: string; breakdown: string }): Former | null {
  return formerAreas(world, area) ?? formerAgencies(world, breakdown as BreakdownKey);
}

function formerAreas({ areas }: ScreenWorld, code: string): Former | null {
  const unit = areas.get(code);
  if (unit === undefined || unit.validFrom === null || unit.predecessors.length === 0) return null;
  const units = unit.predecessors.flatMap((each) => areas.get(each) ?? []);
  return { units: units.map(({ name }) => ({ name, has: true })), since: unit.validFrom };
}

/** Dimensions whose codes are agencies. */
const AGENCY_DIMENSIONS = ["budgetHolder"] as const;
const lineages = new WeakMap<ScreenWorld, ReturnType<typeof agencyLineage>>();

function formerAgencies(world: ScreenWorld, breakdown: BreakdownKey): Former | null {
  let lineage = lineages.get(world);
  if (lineage === undefined) {
    lineage = agencyLineage(world.agencies.values());
    lineages.set(world, lineage);
  }
  const own = parseBreakdownKey(breakdown);
  const codes = AGENCY_DIMENSIONS.flatMap((dimension) => own[dimension] ?? []);
  const step = lineage.steps.find(({ to }) => codes.includes(to));
  if (step === undefined) return null;
  const units = step.from.flatMap((code) => world.agencies.get(code) ?? []);
  return { units: units.map(({ name }) => ({ name, has: true })), since: step.effective };
}
