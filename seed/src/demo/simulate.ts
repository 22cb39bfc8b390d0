import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import {
  firstOfYear,
  type Period,
  type PeriodType,
  parentPeriod,
  periodFromId,
  periodId,
  periodRange,
  periodsPerYear,
  positionInYear,
  yearOf,
} from "@bochiso/shared/period";
import { ECONOMY_PROFILES } from "./economy-profiles.ts";
import { EMERGENCY_PROFILES } from "./emergency-profiles.ts";
import { noiseOf } from "./noise.ts";
import type { Profile } from "./profile.ts";
import { SOCIETY_PROFILES } from "./society-profiles.ts";

/** Behaviour of every simulated series, by indicator code. */
export const PROFILES: Readonly<Record<string, Profile>> = {
  ...ECONOMY_PROFILES,
  ...SOCIETY_PROFILES,
  ...EMERGENCY_PROFILES,
};

type Span = readonly [first: string, last: string];

/** First and last simulated period per type: 25 months, 60 days, 27 weeks, and so on. */
const SPANS: Readonly<Partial<Record<PeriodType, Span>>> = {
  hour: ["2026-11-19T08", "2026-11-20T19"],
  day: ["2026-09-22", "2026-11-20"],
  week: ["2026-W20", "2026-W46"],
  month: ["2024-10", "2026-10"],
  quarter: ["2024-Q3", "2026-Q3"],
  "half-year": ["2024-S2", "2026-S1"],
  year: ["2023", "2026"],
  static: ["2026-01-01/..", "2026-01-01/.."],
};

/** The days and hours of the simulated event, for series that describe it. */
const EVENT_SPANS: Readonly<Partial<Record<PeriodType, Span>>> = {
  day: ["2026-11-16", "2026-11-20"],
  hour: ["2026-11-18T06", "2026-11-18T09"],
};

/** Periods a series is simulated for, in order. */
export function simulatedPeriods(type: PeriodType, profile: Profile): Period[] {
  const span = (profile.event ? EVENT_SPANS : SPANS)[type];
  return span ? periodRange(periodFromId(profile.since ?? span[0], type), periodFromId(span[1], type)) : [];
}

/** Builds up slowly at first, as budgets are spent: 0 at the start of the year, 1 at its end. */
function yearShare(period: Period): number {
  return (positionInYear(period) / periodsPerYear(period.type, yearOf(period))) ** 1.25;
}

/** Values of the fictional province: a pure function of indicator and period, the same on every machine. */
export class Simulation {
  readonly #definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly #known = new Map<string, number>();

  constructor(catalogue: readonly IndicatorDefinition[]) {
    this.#definitions = new Map(catalogue.map((it) => [it.code, it]));
  }

  /** Value in the indicator's unit, rounded to its decimals and within its natural limits. */
  valueAt(code: string, period: Period): number {
    const key = `${code}|${periodId(period)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const definition = this.#definitions.get(code);
    const profile = PROFILES[code];
    if (!definition || !profile) throw new Error(`no simulated series ${code}`);
    const cumulates = definition.accumulation === "ytd" && profile.base !== undefined;
    const months = cumulates ? periodRange(firstOfYear(period), period) : [period];
    const raw = months.reduce((sum, month) => sum + this.#within(code, profile, month), 0);
    const value = this.#bounded(definition, profile, period, raw);
    this.#known.set(key, value);
    return value;
  }

  #whole(code: string, period: Period): number {
    const type = this.#definitions.get(code)?.periodType;
    if (type === undefined) throw new Error(`no simulated series ${code}`);
    const [fixed] = SPANS.static ?? [];
    if (type === "static" && fixed !== undefined) return this.valueAt(code, periodFromId(fixed, "static"));
    return this.valueAt(code, parentPeriod(period, type));
  }

  #within(code: string, profile: Profile, period: Period): number {
    const span = simulatedPeriods(period.type, profile);
    const [first, last] = [span[0] ?? period, span.at(-1) ?? period];
    const years = (period.ordinal - last.ordinal) / periodsPerYear(period.type, yearOf(period));
    const from =
      profile.of === undefined ? (profile.base ?? 0) : this.#whole(profile.of, period) * (profile.share ?? 1);
    const season =
      1 +
      (profile.season ?? 0) *
        Math.cos((2 * Math.PI * positionInYear(period)) / periodsPerYear(period.type, yearOf(period)));
    const noise = 1 + (profile.noise ?? 0) * noiseOf(`${code}|${periodId(period)}`);
    const [low, high] = profile.climb ?? [1, 1];
    const along =
      last.ordinal === first.ordinal ? 1 : (period.ordinal - first.ordinal) / (last.ordinal - first.ordinal);
    const event = profile.event?.[Math.min(period.ordinal - first.ordinal, profile.event.length - 1)] ?? 1;
    const share = profile.inYear ? yearShare(period) : 1;
    return from * (1 + (profile.growth ?? 0)) ** years * season * noise * (low + (high - low) * along) * event * share;
  }

  #bounded(definition: IndicatorDefinition, profile: Profile, period: Period, raw: number): number {
    const rounded = Number(raw.toFixed(definition.decimals));
    const { min, max } = definition.limits;
    const isPart = profile.of !== undefined && (profile.share ?? 1) <= 1;
    const whole = isPart && profile.of !== undefined ? this.#whole(profile.of, period) : Number.POSITIVE_INFINITY;
    return Math.max(min ?? Number.NEGATIVE_INFINITY, Math.min(max ?? Number.POSITIVE_INFINITY, whole, rounded));
  }
}
