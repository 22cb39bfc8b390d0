import type { IndicatorDefinition } from "./indicator.ts";

/** Whether actual values of an indicator come from its formula alone, so that nobody sends any. */
export function isComputedOnly({
  formula,
  acceptsReported,
}: Pick<IndicatorDefinition, "formula" | "acceptsReported">): boolean {
  return formula !== null && !acceptsReported;
}
