import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { Value } from "../observation/value.ts";

/**
 * Whether a change goes the wanted way; null when neutral, unchanged or no number. In a policy band every move towards
 * the band is good: below it higher, above it lower, inside it neither.
 */
export function improving(
  definition: Pick<IndicatorDefinition, "direction" | "targetBand">,
  change: Value,
  value: Value,
): boolean | null {
  if (change.kind !== "number" || change.value === 0) return null;
  const rising = change.value > 0;
  if (definition.direction === "higher") return rising;
  if (definition.direction === "lower") return !rising;
  const band = definition.targetBand;
  if (definition.direction !== "band" || band === null || value.kind !== "number") return null;
  if (band.min !== null && value.value < band.min) return rising;
  if (band.max !== null && value.value > band.max) return !rising;
  return null;
}
