import type { ProgressStatus } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { targetWords } from "../target-words.ts";
import { goalWords } from "./goal-words.ts";
import type { TargetFigures } from "./target-figures.ts";

/** Statuses of a period that is over. */
const CLOSED: ReadonlySet<ProgressStatus> = new Set(["exceeded", "met", "not-met"]);

/** Whether the goal of a running target is reached; a ceiling that fills up can only be used up, a goal that holds never ends. */
export function isReached({ target, actual, goal, lower }: TargetFigures): boolean {
  if (actual === null || target.goal.kind === "range" || target.course.kind === "holds") return false;
  if (target.course.kind === "accumulates") return !lower && actual >= goal;
  return lower ? actual <= goal : actual >= goal;
}

function closedText({ actual, goal, far, lower }: TargetFigures, status: ProgressStatus, language: Language): string {
  const t = targetWords[language].headline.closed;
  const gap = actual === null ? null : far(actual, goal);
  if (status === "exceeded") return t.exceeded(gap);
  if (status === "not-met") return t.missed(gap);
  return gap === null || !lower ? t.met : t.metFar(gap);
}

function rangeText({ target, actual, far }: TargetFigures, figures: TargetFigures, language: Language): string | null {
  const t = targetWords[language].headline;
  const level = target.due?.level ?? target.goal;
  if (level.kind !== "range" || actual === null) return null;
  if (level.min !== null && actual < level.min) return t.underMin(far(level.min, actual) ?? figures.write(0));
  if (level.max !== null && actual > level.max) return t.overMax(far(actual, level.max) ?? figures.write(0));
  return t.within(goalWords(level, figures, language));
}

/** What the sheet says first: how the figure stands to what is due, or to the goal where it is reached or the period is over. */
export function targetHeadline(figures: TargetFigures, status: ProgressStatus, language: Language): string {
  const words = targetWords[language];
  const t = words.headline;
  const { target, actual, due, goal, lower, far } = figures;
  if (actual === null) return words.noFigure;
  if (CLOSED.has(status)) return closedText(figures, status, language);
  const range = rangeText(figures, figures, language);
  if (range !== null) return range;
  if (isReached(figures)) return t.reached(far(actual, goal));
  const used = lower && target.course.kind === "accumulates" && actual > goal ? far(actual, goal) : null;
  if (used !== null) return t.used(used);
  const gap = due === null ? null : far(actual, due);
  if (due === null) return words.title;
  if (gap === null) return t.same;
  if (actual > due) return t.above(gap);
  return lower ? t.below(gap) : t.short(gap);
}
