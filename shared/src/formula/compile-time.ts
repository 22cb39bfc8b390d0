import type { PeriodType } from "../period/index.ts";
import { overWindow } from "./compile-reference.ts";
import type { Step } from "./frame.ts";
import { lastYearEnd, yearBefore, yearStart } from "./period-arithmetic.ts";
import { BASE_NOT_POSITIVE, finite, firstFailure, NOT_APPLICABLE, type Result, TYPE_MISMATCH } from "./result.ts";

/** What a time function is compiled from: its argument at periods of `at`, and n where it has one. */
export interface TimeArgument {
  readonly x: Step;
  readonly at: PeriodType;
  readonly count: number;
  /** Whether the argument runs since the start of a project rather than of the year. */
  readonly sinceStart: boolean;
}

/** Time functions as steps at periods of the argument. Source: domain.md, Formula language. */
export const TIME_STEPS = {
  previous:
    ({ x }) =>
    (frame, ordinal) =>
      x(frame, ordinal - 1),
  lag:
    ({ x, count }) =>
    (frame, ordinal) =>
      x(frame, ordinal - count),
  yearAgo:
    ({ x, at }) =>
    (frame, ordinal) => {
      const before = yearBefore(at, ordinal);
      return before === null ? NOT_APPLICABLE : x(frame, before);
    },
  endOfLastYear:
    ({ x, at }) =>
    (frame, ordinal) => {
      const end = lastYearEnd(at, ordinal);
      return end === null ? NOT_APPLICABLE : x(frame, end);
    },
  yoy:
    ({ x, at }) =>
    (frame, ordinal) => {
      const current = x(frame, ordinal);
      const before = yearBefore(at, ordinal);
      return percentChange(current, before === null ? NOT_APPLICABLE : x(frame, before));
    },
  pop:
    ({ x }) =>
    (frame, ordinal) =>
      percentChange(x(frame, ordinal), x(frame, ordinal - 1)),
  ytd:
    ({ x, at }) =>
    (frame, ordinal) =>
      overWindow(x, frame, yearStart(at, ordinal), ordinal, "sum"),
  ytdMean:
    ({ x, at }) =>
    (frame, ordinal) =>
      overWindow(x, frame, yearStart(at, ordinal), ordinal, "mean"),
  rollingSum:
    ({ x, count }) =>
    (frame, ordinal) =>
      overWindow(x, frame, ordinal - count + 1, ordinal, "sum"),
  rollingMean:
    ({ x, count }) =>
    (frame, ordinal) =>
      overWindow(x, frame, ordinal - count + 1, ordinal, "mean"),
  inPeriod:
    ({ x, at, sinceStart }) =>
    (frame, ordinal) => {
      const current = x(frame, ordinal);
      if (!sinceStart && yearStart(at, ordinal) === ordinal) return current;
      const before = x(frame, ordinal - 1);
      if (typeof current === "number" && typeof before === "number") return finite(current - before);
      return firstFailure([current, before]) ?? TYPE_MISMATCH;
    },
} as const satisfies Record<string, (argument: TimeArgument) => Step>;

export type TimeFunction = keyof typeof TIME_STEPS;

/** Whether a function is one of time. */
export function isTimeFunction(name: string): name is TimeFunction {
  return Object.hasOwn(TIME_STEPS, name);
}

/** Growth in percent; where there is nothing to grow from or to, that is said before the base is judged. */
function percentChange(current: Result, base: Result): Result {
  if (typeof current === "number" && typeof base === "number") {
    return base <= 0 ? BASE_NOT_POSITIVE : finite(((current - base) / base) * 100);
  }
  if (typeof current === "object") return current;
  return firstFailure([base]) ?? TYPE_MISMATCH;
}
