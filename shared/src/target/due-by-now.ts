import { figureText } from "../card/figure-text.ts";
import { periodWithin } from "../card/period-label.ts";
import type { Period } from "../period/period.ts";
import { periodId } from "../period/period-id.ts";
import type { Text } from "../text/text.ts";
import { COURSE_WORDS, courseOf } from "./course-of.ts";
import { type Goal, goalText, mapGoal } from "./goal.ts";
import { type Ground, ground, SHARE_DISPLAY } from "./ground.ts";
import type { Numbers } from "./numbers.ts";
import type { PaceProfile } from "./pace-profile.ts";
import { type PaceShare, paceShare } from "./pace-share.ts";
import type { Course, Target } from "./target.ts";
import { targetPeriod } from "./target-period.ts";
import { NO_LEVEL_WORDS, type NoLevelCode, targetSpan } from "./target-span.ts";
import type { TargetSubject } from "./target-subject.ts";

/** What the level due follows from; nothing else is looked up. */
export interface DueInput {
  readonly target: Target;
  readonly subject: TargetSubject;
  /** A period of the indicator's own type. */
  readonly period: Period;
  /** The indicator's numbers in the target's area and breakdown; earlier years give the seasonal shares. */
  readonly history: Numbers;
  /** Ordinals at which a new series begins (declared comparability breaks). */
  readonly breaks?: readonly number[] | undefined;
}

/** Mức phải đạt đến nay, in the indicator's unit, with how it was found. */
export interface DueLevel {
  readonly ok: true;
  readonly level: Goal;
  readonly goal: Goal;
  readonly course: Course;
  /** Where the way starts: the baseline, zero for sums, null where the goal simply holds. */
  readonly from: number | null;
  /** Share (0…1) of the way due; 1 where the goal holds. */
  readonly share: number;
  readonly pace: { readonly asked: PaceProfile["kind"]; readonly used: PaceProfile["kind"] };
  /** The period asked ends the target. */
  readonly closes: boolean;
  readonly grounds: readonly Ground[];
  readonly reason: Text;
}

/** A target that says nothing about a period. */
export interface NoDueLevel {
  readonly ok: false;
  readonly code: NoLevelCode;
  readonly reason: Text;
}

/** The numbers of a level due, without words: for runs over many periods. */
export type BareDueLevel = Omit<DueLevel, "grounds" | "reason">;

/**
 * The level a target expects at the end of a period: a share of the goal for sums, a point between baseline and goal for what
 * moves, the goal itself for what holds. A yearly target answers months, quarters and weeks.
 */
export function dueByNow(input: DueInput): DueLevel | NoDueLevel {
  const found = findLevel(input);
  if (typeof found === "string") return { ok: false, code: found, reason: NO_LEVEL_WORDS[found] };
  const { due, pace } = found;
  return {
    ...due,
    grounds: groundsOf(input, due, pace),
    reason: reasonOf(input, due, pace),
  };
}

/** As `dueByNow`, numbers only; null where the target says nothing about the period. */
export function bareDueByNow(input: DueInput): BareDueLevel | null {
  const found = findLevel(input);
  return typeof found === "string" ? null : found.due;
}

function findLevel(input: DueInput): { due: BareDueLevel; pace: PaceShare | null } | NoLevelCode {
  const { target, subject, period } = input;
  const span = targetSpan(target, subject, period);
  if (typeof span === "string") return span;
  const course = courseOf(target, subject);
  const from = startOf(target, course);
  const running = subject.accumulation !== "flow";
  const pace = course === "holds" ? null : paceShare({ ...input, pace: target.pace, course, span, running });
  if (pace === null && course !== "holds") return "pace-does-not-fit";
  const share = pace?.share ?? 1;
  const start = from ?? 0;
  const due: BareDueLevel = {
    ok: true,
    level: share === 1 ? target.goal : mapGoal(target.goal, (bound) => start + share * (bound - start)),
    goal: target.goal,
    course,
    from,
    share,
    pace: { asked: target.pace.kind, used: pace?.used ?? "linear" },
    closes: period.ordinal === span.last,
  };
  return { due, pace };
}

function startOf({ baseline }: Target, course: Course): number | null {
  if (course === "holds") return null;
  return course === "accumulates" ? 0 : (baseline?.value ?? 0);
}

function groundsOf({ target, subject, period }: DueInput, { level, from }: BareDueLevel, pace: PaceShare | null) {
  const { display } = subject;
  const grounds: Ground[] = [
    ...goalGrounds("goal", { vi: "Chỉ tiêu được giao", en: "Target" }, target.goal, subject, target.by),
  ];
  if (target.baseline !== null && from === target.baseline.value) {
    const name = { vi: "Mức gốc", en: "Baseline" };
    grounds.push(ground("baseline", name, target.baseline.value, display, target.baseline.period));
  }
  if (pace !== null) {
    for (const { year, share } of pace.years) {
      const name = { vi: `Tỷ trọng cùng kỳ năm ${year}`, en: `Share by the same period of ${year}` };
      grounds.push(ground(`share-${year}`, name, share, SHARE_DISPLAY));
    }
    grounds.push(
      ground(
        "share",
        { vi: "Phần phải đạt đến nay", en: "Share due by now" },
        pace.share,
        SHARE_DISPLAY,
        periodId(period),
      ),
    );
  }
  grounds.push(
    ...goalGrounds("due", { vi: "Mức phải đạt đến nay", en: "Level due by now" }, level, subject, periodId(period)),
  );
  return grounds;
}

function goalGrounds(
  id: string,
  name: Text,
  goal: Goal,
  { display }: TargetSubject,
  period: Ground["period"],
): Ground[] {
  if (goal.kind === "value") return [ground(id, name, goal.value, display, period)];
  const bounds = [
    { key: "min", words: { vi: "từ", en: "from" }, value: goal.min },
    { key: "max", words: { vi: "đến", en: "up to" }, value: goal.max },
  ];
  return bounds.flatMap(({ key, words, value }) => {
    const said = { vi: `${name.vi} (${words.vi})`, en: `${name.en} (${words.en})` };
    return value === null ? [] : [ground(`${id}-${key}`, said, value, display, period)];
  });
}

/** Of a goal of 100 % the share due and the level due are one figure: it is said once. */
function isShareItself(level: Goal, share: number, { display }: TargetSubject): boolean {
  return (
    level.kind === "value" && display.unit.vi === "%" && Math.abs(level.value * display.factor - share * 100) < 1e-9
  );
}

function reasonOf(
  { target, subject, period }: DueInput,
  { level, course }: BareDueLevel,
  pace: PaceShare | null,
): Text {
  const [goal, due] = [goalText(target.goal, subject.display), goalText(level, subject.display)];
  const [by, now] = [periodWithin(targetPeriod(target.by)), periodWithin(period)];
  const words = COURSE_WORDS[course];
  if (pace === null) {
    return {
      vi: `Chỉ tiêu ${goal.vi} của ${by.vi}, ${words.vi}`,
      en: `Target of ${goal.en} for ${by.en}; it ${words.en}`,
    };
  }
  const share = figureText(pace.share, SHARE_DISPLAY);
  if (isShareItself(level, pace.share, subject)) {
    return {
      vi: `Chỉ tiêu ${goal.vi} đến hết ${by.vi}, ${words.vi}, ${pace.note.vi}; hết ${now.vi} phải đạt ${due.vi}`,
      en: `Target of ${goal.en} by the end of ${by.en}; it ${words.en}, ${pace.note.en}; ${due.en} is due by the end of ${now.en}`,
    };
  }
  return {
    vi: `Chỉ tiêu ${goal.vi} đến hết ${by.vi}, ${words.vi}, ${pace.note.vi}; hết ${now.vi} phải đi được ${share.vi}, tức ${due.vi}`,
    en: `Target of ${goal.en} by the end of ${by.en}; it ${words.en}, ${pace.note.en}; by the end of ${now.en} ${share.en} of the way is due, which is ${due.en}`,
  };
}
