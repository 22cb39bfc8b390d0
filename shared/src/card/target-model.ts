import { dayNumberOf } from "../period/civil-date.ts";
import { formatDay } from "../period/format-day.ts";
import type { Period } from "../period/period.ts";
import type { PaceModel, TargetModel } from "../screen/assessment.ts";
import type { PeriodLabel } from "../screen/card.ts";
import { actualToDate, TAKEN_WORDS } from "../target/actual-to-date.ts";
import { COURSE_WORDS, courseOf } from "../target/course-of.ts";
import { bareDueByNow, type DueInput, dueByNow } from "../target/due-by-now.ts";
import { goalNumber } from "../target/goal.ts";
import { PACE_WORDS, paceShare } from "../target/pace-share.ts";
import { runRateNeeded } from "../target/run-rate.ts";
import type { LegalBasis, Target } from "../target/target.ts";
import { targetPeriod } from "../target/target-period.ts";
import { targetSpan } from "../target/target-span.ts";
import { yearEndOutlook } from "../target/year-end-outlook.ts";
import type { Text } from "../text/text.ts";
import type { JudgedValue } from "./judged-value.ts";
import { periodLabel } from "./period-label.ts";
import { shownTerms } from "./shown-terms.ts";

/** What a target's model is built from, beside the value judged. */
export interface TargetModelInput {
  readonly judged: JudgedValue;
  readonly target: Target;
  readonly version: number;
  readonly revisedBecause: string | null;
  /** The values cover the year so far, see `coversYearToDate`. */
  readonly toDate: boolean;
  readonly simulated: boolean;
}

/** Points of the path drawn; of longer spans every n-th period and the last. */
const PATH_POINTS = 400;

/** Chỉ tiêu được giao with what is due, what was done, what is still needed and the way there. */
export function targetModel(input: TargetModelInput): TargetModel {
  const { target, judged, toDate } = input;
  const { definition: subject, period, judgement } = judged;
  const asked: DueInput = { target, subject, period, history: judgement.history, breaks: judgement.breaks };
  const course = courseOf(target, subject);
  const found = dueByNow(asked);
  const shown = inShownTerms(input);
  const said = dueByNow(shown);
  const actual = actualToDate(asked);
  const span = targetSpan(target, subject, period);
  const label = (at: Period): PeriodLabel => periodLabel(at, toDate && at.type === period.type);
  const labelOf = (id: string): PeriodLabel => label(targetPeriod(id));
  return {
    id: target.id,
    version: input.version,
    revisedBecause: input.revisedBecause,
    goal: target.goal,
    by: periodLabel(targetPeriod(target.by)),
    since: typeof span === "string" ? null : periodLabel({ type: span.type, ordinal: span.first }),
    baseline:
      target.baseline === null
        ? null
        : { period: periodLabel(targetPeriod(target.baseline.period)), value: target.baseline.value },
    legalBasis: legalBasisText(target.legalBasis),
    validFrom: target.validity.from,
    validTo: target.validity.to,
    pace: paceOf(asked),
    course: { kind: course, words: COURSE_WORDS[course] },
    due: found.ok
      ? {
          value: goalNumber(found.level, subject.direction),
          level: found.level,
          reason: said.reason,
          grounds: said.ok ? said.grounds : [],
        }
      : null,
    noLevel: found.ok ? null : found.reason,
    actual:
      actual === null
        ? null
        : {
            value: actual.value,
            taken: TAKEN_WORDS[actual.how],
            from: labelOf(actual.from),
            to: labelOf(actual.to),
          },
    runRate: runRateNeeded(shown),
    outlook: yearEndOutlook(asked),
    duePath: duePath(asked),
    simulated: input.simulated,
  };
}

/** What is asked, in the terms the indicator is shown in: for words and their inputs. */
function inShownTerms({ judged, target }: TargetModelInput): DueInput {
  const {
    definition: subject,
    period,
    judgement,
  } = shownTerms({ ...judged, judgement: { ...judged.judgement, target } });
  const { history, breaks } = judgement;
  return { target: judgement.target ?? target, subject, period, history, breaks };
}

function paceOf(asked: DueInput): PaceModel {
  const { target, subject, period } = asked;
  const span = targetSpan(target, subject, period);
  const course = courseOf(target, subject);
  const { kind } = target.pace;
  const share =
    typeof span === "string" || course === "holds"
      ? null
      : paceShare({ ...asked, pace: target.pace, course, span, running: subject.accumulation !== "flow" });
  const used = share?.used ?? kind;
  return { asked: kind, used, name: PACE_WORDS[used], note: share?.note ?? null };
}

function duePath(asked: DueInput): TargetModel["duePath"] {
  const { target, subject, period } = asked;
  const span = targetSpan(target, subject, period);
  if (typeof span === "string") return [];
  const every = Math.ceil(span.of / PATH_POINTS);
  const path: { period: PeriodLabel; due: number }[] = [];
  for (let ordinal = span.first; ordinal <= span.last; ordinal += 1) {
    if ((ordinal - span.first) % every !== 0 && ordinal !== span.last) continue;
    const at = { type: span.type, ordinal };
    const due = bareDueByNow({ ...asked, period: at });
    if (due !== null) path.push({ period: periodLabel(at), due: goalNumber(due.level, subject.direction) });
  }
  return path;
}

/** "Nghị quyết số 12/NQ-HĐND ngày 10/12/2025 của …, khoản 2 Điều 1": all that finds the figure in its document. */
function legalBasisText({ number, date, issuer, clause }: LegalBasis): Text {
  const day = date === null ? null : dayNumberOf(date);
  const dated = {
    vi: day === null ? "" : ` ngày ${formatDay(day, "vi")}`,
    en: day === null ? "" : ` of ${formatDay(day, "en")}`,
  };
  const where = clause === null ? "" : `, ${clause}`;
  return { vi: `${number}${dated.vi} của ${issuer.vi}${where}`, en: `${number}${dated.en}, ${issuer.en}${where}` };
}
