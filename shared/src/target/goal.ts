import { z } from "zod";
import { boundsText, levelText, type ReadDisplay } from "../card/level-text.ts";
import type { Direction } from "../indicator/indicator.ts";
import type { Text } from "../text/text.ts";

/** What is to be reached, in the indicator's unit: one value (at least or at most it, by the indicator's direction) or a range. */
export const Goal = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("value"), value: z.number() }),
  z
    .object({ kind: z.literal("range"), min: z.number().nullable(), max: z.number().nullable() })
    .refine(({ min, max }) => min !== null || max !== null, { message: "a range needs a bound" })
    .refine(({ min, max }) => min === null || max === null || min <= max, { message: "min is above max" }),
]);
export type Goal = z.infer<typeof Goal>;

/** The goal with every bound moved by one rule, such as the share that is due by now. */
export function mapGoal(goal: Goal, move: (bound: number) => number): Goal {
  if (goal.kind === "value") return { kind: "value", value: move(goal.value) };
  const bound = (value: number | null): number | null => (value === null ? null : move(value));
  return { kind: "range", min: bound(goal.min), max: bound(goal.max) };
}

/** The number that pace and run-rate are measured against: the value, or of a range the bound that is hard to keep in the wanted direction. */
export function goalNumber(goal: Goal, direction: Direction): number {
  if (goal.kind === "value") return goal.value;
  return (direction === "lower" ? (goal.max ?? goal.min) : (goal.min ?? goal.max)) ?? 0;
}

/** A goal inside a sentence, in the display's terms: `1.000 tỷ đồng`, `từ 6% đến 7%`, `không quá 4,5%`, `tăng 9%`. */
export function goalText(goal: Goal, display: ReadDisplay): Text {
  return goal.kind === "value" ? levelText(goal.value, display) : boundsText(goal, display);
}
