import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import {
  dueAt,
  type Period,
  periodFromId,
  periodId,
  periodStart,
  shiftPeriod,
  type WorkCalendar,
} from "@bochiso/shared/period";
import type { SubmittedObservation } from "@bochiso/shared/submission";
import {
  DEMO_AREA_CODE,
  DEMO_EVENT,
  DEMO_PROVINCE_AGENCY,
  DEMO_SIGNED_OFF,
  DEMO_STATION,
  loadCatalogue,
} from "../catalogue/index.ts";
import { type DataDir, defaultDataDir } from "../files/index.ts";
import type { ReplayBatch } from "../replay/index.ts";
import type { Profile } from "./profile.ts";
import { PROFILES, Simulation, simulatedPeriods } from "./simulate.ts";

/** The moment the simulated data set stands at: nothing is recorded later. */
export const DEMO_UNTIL = "2026-11-21T05:00:00.000Z";

const MINUTE = 60_000;
const NOTE = "Số liệu mô phỏng";
/** Values arrive at about eight in the morning of the day they are due, hourly ones ten minutes after the hour. */
const EARLY = { hour: 50 * MINUTE, other: (15 * 60 + 55) * MINUTE };
/** A provisional value within the year is sent with the data of ten months. */
const RUNNING_RECORDED_AT = "2026-11-03T01:05:00.000Z";
/** The fictional province has no holidays: its values stand at the moments at which they were first loaded. */
const WEEKENDS_ONLY: WorkCalendar = { holidays: new Set() };
const PLAN_KNOWN_AFTER = 9 * 24 * 60 * MINUTE;

/** Cases a leader meets: a month that never came, a figure out of line, an estimate that was revised. */
const NEVER_SENT = { indicator: "tr.port", period: "2026-04" };
const OUTLIER = { indicator: "env.pm25", period: "2026-11-12", value: "148.6" };
const REVISED = { indicator: "macro.retail.goods", period: "2026-09", firstEstimate: 0.985 };

/** Estimates until the next table is out. */
const FIRST_ESTIMATE = /^(macro\.retail|macro\.iip|macro\.va|inv\.total)/;
const SIGNED_OFF: ReadonlySet<string> = new Set(DEMO_SIGNED_OFF.indicators);
const APPROVER = { name: "Người duyệt mô phỏng", position: "Trưởng phòng tổng hợp (mô phỏng)" };
/** A first revision of the newest quarter came yesterday and nobody has looked at it yet. */
const AWAITING = { recordedAt: "2026-11-20T02:15:00.000Z", period: "2026-Q3", factor: 1.004 };

const WITH_STATION = /^hyd\.(level|alarm_[123])$/;
const INVESTMENT = /^pi\./;

interface Dated {
  readonly recordedAt: string;
  readonly observation: SubmittedObservation;
}

function recordedAtOf(definition: IndicatorDefinition, profile: Profile, period: Period): string | null {
  if (profile.known === "running" && periodId(period) === "2026") return RUNNING_RECORDED_AT;
  if (profile.known === "start") return new Date(periodStart(period) + PLAN_KNOWN_AFTER).toISOString();
  if (definition.dueRule === null) return null;
  const due = dueAt({ period, rule: definition.dueRule, calendar: WEEKENDS_ONLY });
  if (due === null) return null;
  return new Date(Date.parse(due) - (period.type === "hour" ? EARLY.hour : EARLY.other)).toISOString();
}

/** Breakdowns a value is sent for: capital of a province is the part it manages; disasters belong to an event. */
function breakdownsOf(definition: IndicatorDefinition): Record<string, string>[] {
  if (INVESTMENT.test(definition.code)) return [{ budgetHolder: "local" }];
  if (definition.breakdowns.some((it) => it.required && it.dimension === "event")) return [{ event: DEMO_EVENT }];
  if (WITH_STATION.test(definition.code)) return [{}, { station: DEMO_STATION }];
  return [{}];
}

function statusOf(
  definition: IndicatorDefinition,
  profile: Profile,
  period: Period,
  isLatest: boolean,
): "A" | "P" | "E" {
  if (profile.known === "running" && periodId(period) === "2026") return "P";
  return isLatest && FIRST_ESTIMATE.test(definition.code) ? "E" : "A";
}

/** Administrative figures of a month are due before the month ends (Decree 09/2019): one more than the calendar ones. */
function reportedPeriods({ periodType, dueRule }: IndicatorDefinition, profile: Profile): Period[] {
  const periods = simulatedPeriods(periodType, profile);
  const last = periods.at(-1);
  if (periodType !== "month" || dueRule?.basis !== "administrative" || last === undefined) return periods;
  return [...periods, shiftPeriod(last, 1)];
}

function simulateSeries(definition: IndicatorDefinition, profile: Profile, simulation: Simulation): Dated[] {
  const periods = reportedPeriods(definition, profile);
  return periods.flatMap((period, index): Dated[] => {
    const recordedAt = recordedAtOf(definition, profile, period);
    if (recordedAt === null || recordedAt > DEMO_UNTIL) return [];
    const base = {
      indicator: definition.code,
      area: DEMO_AREA_CODE,
      period: periodId(period),
      scenario: "actual" as const,
      note: NOTE,
    };
    if (base.indicator === NEVER_SENT.indicator && base.period === NEVER_SENT.period) {
      return [
        { recordedAt, observation: { ...base, value: null, status: "O", note: `${NOTE}: tháng này không có báo cáo` } },
      ];
    }
    const isOutlier = base.indicator === OUTLIER.indicator && base.period === OUTLIER.period;
    const value = isOutlier ? OUTLIER.value : simulation.valueAt(definition.code, period).toFixed(definition.decimals);
    const status = statusOf(definition, profile, period, index === periods.length - 1);
    return breakdownsOf(definition).map((breakdown) => ({
      recordedAt,
      observation: { ...base, value, status, ...(Object.keys(breakdown).length > 0 ? { breakdown } : {}) },
    }));
  });
}

/** The estimate of one month comes first, its provisional value a month later. */
function withRevision(dated: readonly Dated[], definition: IndicatorDefinition): Dated[] {
  return dated.flatMap((it): Dated[] => {
    const { observation } = it;
    if (observation.indicator !== REVISED.indicator || observation.period !== REVISED.period) return [it];
    const estimate = (Number(observation.value) * REVISED.firstEstimate).toFixed(definition.decimals);
    const next =
      definition.dueRule &&
      dueAt({
        period: shiftPeriod(periodFromId(REVISED.period, "month"), 1),
        rule: definition.dueRule,
        calendar: WEEKENDS_ONLY,
      });
    if (!next) throw new Error(`${REVISED.indicator} has no due rule`);
    return [
      { ...it, observation: { ...observation, value: estimate, status: "E" } },
      {
        recordedAt: new Date(Date.parse(next) - EARLY.other).toISOString(),
        observation: { ...observation, status: "P", note: `${NOTE}: số sơ bộ thay số ước` },
      },
    ];
  });
}

/** The assumed flood struck at 04:20 on 16 November and was reported 22 minutes later (minutes since 1970). */
function eventTimes(): Dated[] {
  const struck = Date.parse("2026-11-16T04:20:00+07:00") / MINUTE;
  const times = { "dis.t_event": struck, "dis.t_report": struck + 22 };
  return Object.entries(times).map(([indicator, minutes]) => ({
    recordedAt: "2026-11-15T22:10:00.000Z",
    observation: {
      indicator,
      area: DEMO_AREA_CODE,
      period: "2026-11-16T04",
      value: String(minutes),
      status: "A",
      scenario: "actual",
      breakdown: { event: DEMO_EVENT },
      note: NOTE,
    },
  }));
}

/** Figures that wait for sign-off: they are shown as such, and nothing is computed from them. */
function awaitingBatch(sent: readonly Dated[], decimalsOf: (indicator: string) => number): ReplayBatch {
  const observations = sent
    .map(({ observation }) => observation)
    .filter(({ indicator, period }) => SIGNED_OFF.has(indicator) && period === AWAITING.period)
    .map((it) => ({
      ...it,
      value: (Number(it.value) * AWAITING.factor).toFixed(decimalsOf(it.indicator)),
      status: it.status === "A" ? ("A" as const) : ("P" as const),
      note: `${NOTE}: số sơ bộ thay số ước, tính lại thuế sản phẩm`,
    }));
  return batchOf(DEMO_SIGNED_OFF.feed, AWAITING.recordedAt, observations);
}

function batchOf(feed: string, recordedAt: string, observations: SubmittedObservation[]): ReplayBatch {
  const source = { publisher: DEMO_PROVINCE_AGENCY, document: NOTE };
  const submission = { feed, sentAt: recordedAt, source, observations };
  return { feed, recordedAt, idempotencyKey: `demo/${feed}/${recordedAt}`, submission };
}

/**
 * The small deterministic data set of the fictional "Tỉnh Mẫu", as its feed would have sent it: one batch per moment,
 * in order, those of its statistics office signed off but for the last. Every row is in the area `demo:MAU` and is simulated by it; no real place carries an invented value.
 */
export function demoBatches(dataDir: DataDir = defaultDataDir()): ReplayBatch[] {
  const catalogue = loadCatalogue(dataDir);
  const simulation = new Simulation(catalogue);
  const dated = catalogue.flatMap((definition) => {
    const profile = PROFILES[definition.code];
    return profile ? withRevision(simulateSeries(definition, profile, simulation), definition) : [];
  });
  const byMoment = Map.groupBy([...dated, ...eventTimes()], (it) => it.recordedAt);
  const batches = [...byMoment].flatMap(([recordedAt, rows]) => {
    const observations = rows.map((it) => it.observation);
    const signedOff = observations.filter((it) => SIGNED_OFF.has(it.indicator));
    const atOnce = observations.filter((it) => !SIGNED_OFF.has(it.indicator));
    return [
      ...(atOnce.length > 0 ? [batchOf(DEMO_PROVINCE_AGENCY, recordedAt, atOnce)] : []),
      ...(signedOff.length > 0
        ? [{ ...batchOf(DEMO_SIGNED_OFF.feed, recordedAt, signedOff), approvedBy: APPROVER }]
        : []),
    ];
  });
  const decimals = new Map(catalogue.map((it) => [String(it.code), it.decimals]));
  const awaiting = awaitingBatch(dated, (indicator) => decimals.get(indicator) ?? 0);
  return [...batches, awaiting].toSorted((a, b) =>
    a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0,
  );
}
