import type { Expression } from "./ast.ts";
import { referencesIn } from "./references-in.ts";

/** Indicators whose actual values a formula reads; plans, targets and forecasts are entered and make no cycle. */
export function computedOperands(ast: Expression): string[] {
  const names = referencesIn(ast)
    .filter(({ scenario }) => scenario === "actual")
    .map(({ indicator }) => indicator);
  return [...new Set(names)];
}
