import { type JudgedValue, planOf, progress, ruleOf, targetModel } from "@bochiso/shared/card";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { numberValue } from "@bochiso/shared/observation";
import { type Period, parsePeriod } from "@bochiso/shared/period";
import type { IndicatorModel } from "@bochiso/shared/screen";
import { STATUS_METHODS } from "@bochiso/shared/status";
import { type Numbers, numbersOf, Target } from "@bochiso/shared/target";
import { aPeriod } from "./fixtures.ts";
import { anIndicator, anInvestment } from "./indicator-fixtures.ts";

/* Indicators with a target, judged by the very methods of the server. Never part of the product. */

function readPeriod(id: string): Period {
  const parsed = parsePeriod(id);
  if (!parsed.ok) throw new Error(`bad period in a fixture: ${id}`);
  return parsed.period;
}

/** The series behind a page, as the status methods read it. */
export function historyOf({ trend }: IndicatorModel): Numbers {
  return numbersOf(trend.points.map(({ period, value }) => ({ ordinal: readPeriod(period.id).ordinal, value })));
}

/** A page whose latest value is judged: by the target given, or without one. */
export function assessed(model: IndicatorModel, given: Partial<Target> | null = {}): IndicatorModel {
  const { definition, card } = model;
  const period = readPeriod(card.period?.id ?? "2025-02");
  const target = given === null ? null : aTarget({ indicator: definition.code, ...given });
  const judged: JudgedValue = {
    definition,
    judgement: { target, rule: ruleOf(definition, target), history: historyOf(model), breaks: [] },
    period,
    value: card.value,
    state: card.state,
    stateReason: card.stateReason,
  };
  const found = progress(judged);
  const { name, text } = STATUS_METHODS[found.method];
  const rest = { judged, version: 1, revisedBecause: null, toDate: true, simulated: card.simulated };
  return {
    ...model,
    assessment: { ...found, methodName: name, methodText: text },
    target: target === null ? null : targetModel({ ...rest, target }),
    card: { ...card, progress: { status: found.status, reason: found.reason }, plan: planOf(judged) },
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
      number: "Nghị quyết 12/NQ-HĐND",
      date: "2024-12-10",
      issuer: { vi: "Hội đồng nhân dân Tỉnh Mẫu", en: "People's Council of the model province" },
      clause: "khoản 2 Điều 1",
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

/** Pages with a status: investment against its plan, a ceiling kept, one without a target. */
const PAGES: Readonly<Record<string, () => IndicatorModel>> = {
  "pi.executed": anAssessedInvestment,
  "macro.cpi.avg_ytd": () => aCeiling([3.1, 3.4, 4.9]),
  "trade.balance": () => assessed(anIndicator(), null),
};

/** The judged page of a code; null for the others. */
export const targetByCode = (code: string): IndicatorModel | null => PAGES[code]?.() ?? null;
