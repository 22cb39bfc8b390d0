import type { Goal } from "@bochiso/shared/target";
import type { Language } from "@bochiso/shared/text";
import type { TargetFigures } from "./target-figures.ts";

const WORDS = {
  vi: {
    between: (min: string, max: string) => `từ ${min} đến ${max}`,
    atLeast: (min: string) => `ít nhất ${min}`,
    atMost: (max: string) => `không quá ${max}`,
  },
  en: {
    between: (min: string, max: string) => `${min} to ${max}`,
    atLeast: (min: string) => `at least ${min}`,
    atMost: (max: string) => `at most ${max}`,
  },
} as const;

/** A goal in the display of its card: "857,5 nghìn tỷ đồng", "không quá 4,50%", "từ 6,0% đến 7,0%". */
export function goalWords(
  goal: Goal,
  { write, lower }: Pick<TargetFigures, "write" | "lower">,
  language: Language,
): string {
  const t = WORDS[language];
  if (goal.kind === "value") return lower ? t.atMost(write(goal.value)) : write(goal.value);
  const [min, max] = [goal.min, goal.max].map((bound) => (bound === null ? null : write(bound)));
  if (min && max) return t.between(min, max);
  return min ? t.atLeast(min) : t.atMost(max ?? "");
}
