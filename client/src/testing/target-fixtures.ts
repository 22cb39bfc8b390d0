import { IndicatorCode } from "@bochiso/shared/indicator";
import { numberValue } from "@bochiso/shared/observation";
import { formatPeriod, type Period, parsePeriod, periodId } from "@bochiso/shared/period";
import type { AssessmentModel, CardModel, IndicatorModel, PeriodLabel, TargetModel } from "@bochiso/shared/screen";
import { assessTarget, defaultRule, STATUS_METHODS } from "@bochiso/shared/status";
import {
  actualToDate,
  bareDueByNow,
  COURSE_WORDS,
  courseOf,
  dueByNow,
  goalNumber,
  type Numbers,
  numbersOf,
  runRateNeeded,
  TAKEN_WORDS,
  Target,
  yearEndOutlook,
} from "@bochiso/shared/target";
import { aPeriod } from "./fixtures.ts";
import { anIndicator, anInvestment } from "./indicator-fixtures.ts";

/* Indicators with a target, judged by the very methods of the server. Never part of the product. */

const PACE_NAMES = {
  linear: { vi: "chia đều theo kỳ", en: "spread evenly" },
  seasonal: { vi: "theo mùa vụ các năm trước", en: "seasonal" },
  custom: { vi: "theo bảng tiến độ được giao", en: "by the assigned table" },
} as const;

function labelOf(period: Period): PeriodLabel {
  const write = (style?: "compact") => ({
    vi: formatPeriod(period, "vi", style),
    en: formatPeriod(period, "en", style),
  });
  return { id: periodId(period), type: period.type, label: write(), short: write("compact") };
}

function readPeriod(id: string): Period {
  const parsed = parsePeriod(id);
  if (!parsed.ok) throw new Error(`bad period in a fixture: ${id}`);
  return parsed.period;
}

/** The series behind a page, as the status methods read it. */
export function historyOf({ trend }: IndicatorModel): Numbers {
  return numbersOf(trend.points.map(({ period, value }) => ({ ordinal: readPeriod(period.id).ordinal, value })));
}

function targetModel(model: IndicatorModel, target: Target, period: Period): TargetModel {
  const subject = model.definition;
  const asked = { target, subject, period, history: historyOf(model) };
  const due = dueByNow(asked);
  const actual = actualToDate(asked);
  const course = courseOf(target, subject);
  const used = due.ok ? due.pace.used : target.pace.kind;
  const first = actual === null ? period : readPeriod(actual.from);
  const path = Array.from({ length: 12 }, (_, step) => ({ type: period.type, ordinal: first.ordinal + step }));
  return {
    id: target.id,
    version: 1,
    revisedBecause: null,
    goal: target.goal,
    by: labelOf(readPeriod(target.by)),
    since: actual === null ? null : labelOf(first),
    baseline: target.baseline && { ...target.baseline, period: labelOf(readPeriod(target.baseline.period)) },
    legalBasis: { vi: `${target.legalBasis.number}, ${target.legalBasis.issuer.vi}`, en: target.legalBasis.number },
    validFrom: target.validity.from,
    validTo: target.validity.to,
    pace: {
      asked: target.pace.kind,
      used,
      name: PACE_NAMES[used],
      note: due.ok && course !== "holds" ? due.reason : null,
    },
    course: { kind: course, words: COURSE_WORDS[course] },
    due: due.ok
      ? { value: goalNumber(due.level, subject.direction), level: due.level, reason: due.reason, grounds: due.grounds }
      : null,
    noLevel: due.ok ? null : due.reason,
    actual: actual && {
      value: actual.value,
      taken: TAKEN_WORDS[actual.how],
      from: labelOf(readPeriod(actual.from)),
      to: labelOf(readPeriod(actual.to)),
    },
    runRate: runRateNeeded(asked),
    outlook: yearEndOutlook(asked),
    duePath: path.flatMap((each) => {
      const level = bareDueByNow({ ...asked, period: each });
      return level === null ? [] : [{ period: labelOf(each), due: goalNumber(level.level, subject.direction) }];
    }),
    simulated: model.card.simulated,
  };
}

/** A page whose latest value is judged: by the target given, or without one. */
export function assessed(model: IndicatorModel, given: Partial<Target> | null = {}): IndicatorModel {
  const { definition, card } = model;
  const period = readPeriod(card.period?.id ?? "2025-02");
  const target = given === null ? null : aTarget({ indicator: definition.code, ...given });
  const found = assessTarget({
    rule: defaultRule(definition, target),
    target,
    subject: definition,
    period,
    value: card.value,
    history: historyOf(model),
    condition: card.state,
    conditionReason: card.stateReason,
  });
  const { name, text } = STATUS_METHODS[found.method];
  const assessment: AssessmentModel = { ...found, methodName: name, methodText: text };
  const shown = target === null ? null : targetModel(model, target, period);
  return {
    ...model,
    assessment,
    target: shown,
    card: { ...card, progress: { status: found.status, reason: found.reason }, plan: planOf(shown) },
  };
}

/** The plan as a card carries it, in percent of the goal. */
function planOf(target: TargetModel | null): CardModel["plan"] {
  if (target?.goal.kind !== "value" || target.actual?.value.kind !== "number" || target.due === null) return null;
  const goal = target.goal.value;
  return {
    percent: numberValue((target.actual.value.value / goal) * 100),
    due: numberValue((target.due.value / goal) * 100),
    target: goal,
  };
}

/** The plan of 2025 for investment from the state budget unless patched. */
export function aTarget(patch: Partial<Target> = {}): Target {
  return Target.parse({
    id: "t-2025",
    indicator: "pi.executed",
    area: "VN",
    goal: { kind: "value", value: 857_525.6437 },
    by: "2025",
    legalBasis: {
      number: "Nghị quyết 159/2024/QH15",
      date: "2024-11-13",
      issuer: { vi: "Quốc hội", en: "National Assembly" },
      clause: "Điều 3",
    },
    validity: { from: "2025-01-01", to: "2025-12-31" },
    pace: { kind: "seasonal" },
    ...patch,
  });
}

/** Investment of two months against the plan of the year, at its seasonal pace. */
export function anAssessedInvestment(given: Partial<Target> = {}): IndicatorModel {
  return assessed(anInvestment(), given);
}

/** A rate that is to stay below a ceiling; the values are a fixture's. */
export function aCeiling(values: readonly number[], limit = 4.5): IndicatorModel {
  const base = anIndicator();
  const code = IndicatorCode.parse("macro.cpi.avg_ytd");
  const display = { unit: { vi: "%", en: "%" }, factor: 1, decimals: 2 };
  const points = values.map((value, index) => ({
    period: aPeriod(`2025-${String(index + 1).padStart(2, "0")}`),
    value: numberValue(value),
    status: "A" as const,
    lastYear: null,
    plan: null,
    reported: value,
    computed: null,
  }));
  const last = points.at(-1);
  return assessed(
    {
      ...base,
      definition: { ...base.definition, code, accumulation: "rate", direction: "lower", display, formula: null },
      trend: { ...base.trend, points },
      card: {
        ...base.card,
        ref: { ...base.card.ref, indicator: code },
        state: "ready",
        stateReason: null,
        accumulation: "rate",
        valueType: "ratio_pct",
        direction: "lower",
        display,
        value: last?.value ?? numberValue(0),
        period: last?.period ?? null,
      },
    },
    { goal: { kind: "value", value: limit }, pace: { kind: "linear" } },
  );
}
