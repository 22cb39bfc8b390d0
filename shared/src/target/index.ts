export { type ActualToDate, actualToDate, TAKEN_WORDS, takenAs } from "./actual-to-date.ts";
export { COURSE_WORDS, courseOf } from "./course-of.ts";
export {
  type BareDueLevel,
  bareDueByNow,
  type DueInput,
  type DueLevel,
  dueByNow,
  type NoDueLevel,
} from "./due-by-now.ts";
export { Goal, goalNumber, goalText } from "./goal.ts";
export { type Ground, ground } from "./ground.ts";
export { bestPeriod, inPeriodNumbers, type PeriodAmount } from "./in-period.ts";
export { type Numbers, numbersOf } from "./numbers.ts";
export { PaceProfile, SEASONAL_YEARS } from "./pace-profile.ts";
export { NO_RUN_RATE_WORDS, type NoRunRate, type RunRate, runRateNeeded } from "./run-rate.ts";
export { type SeasonalShare, seasonalShares } from "./seasonal-shares.ts";
export { Course, LegalBasis, Target } from "./target.ts";
export { targetPeriod } from "./target-period.ts";
export { NO_LEVEL_WORDS, type NoLevelCode } from "./target-span.ts";
export type { TargetSubject } from "./target-subject.ts";
export {
  NO_OUTLOOK_WORDS,
  type NoOutlook,
  OUTLOOK_METHODS,
  type OutlookInput,
  type OutlookMethod,
  type YearEndOutlook,
  yearEndOutlook,
} from "./year-end-outlook.ts";
