import type { IndicatorDefinition, TargetBand } from "../indicator/indicator.ts";
import { lastDay } from "../period/last-day.ts";
import type { Period } from "../period/period.ts";

/** A definition as it judges a period: its band only where the period ends within the band's validity. */
export function withBandInForce(definition: IndicatorDefinition, period: Period): IndicatorDefinition {
  const { targetBand } = definition;
  if (targetBand === null || holdsAt(targetBand, lastDay(period))) return definition;
  return { ...definition, targetBand: null };
}

function holdsAt({ validFrom, validTo }: TargetBand, day: string): boolean {
  return (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);
}
