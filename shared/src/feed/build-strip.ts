import type { DueRule } from "../indicator/indicator.ts";
import { dueAt } from "../period/due-at.ts";
import type { Period } from "../period/period.ts";
import { periodAt } from "../period/period-at.ts";
import { periodId } from "../period/period-id.ts";
import type { PeriodType } from "../period/period-type.ts";
import { untoldYear } from "../period/public-holidays.ts";
import { shiftPeriod } from "../period/shift-period.ts";
import type { FeedStrip, NextDelivery, StripCell, StripState } from "./punctuality.ts";

/** An indicator that a feed has sent at least once. */
export interface StripIndicator {
  readonly code: string;
  /** The feed's own deadline, or the indicator's; null: nothing is ever due. */
  readonly rule: DueRule | null;
  /** Ordinal of the first period it came for: before that nothing is expected. */
  readonly since: number;
  /** Whether the feed owns it now: what was handed over is not expected any more. */
  readonly isOwned: boolean;
}

/** What came of an indicator's period. */
export interface StripDelivery {
  readonly indicator: string;
  readonly ordinal: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly cells: number;
  readonly late: number;
  readonly replayed: number;
}

export interface StripInput {
  readonly periodType: PeriodType;
  /** ISO instant. */
  readonly now: string;
  /** Nothing due before is called missing (ISO instant); null: everything is judged. */
  readonly judgedSince: string | null;
  /** Replays received from this moment on carry no moment of publication (ISO instant); null: all of them do. */
  readonly undatedSince: string | null;
  /** The feed's first submission of its own (ISO instant): nothing due before is expected; null: nothing is. */
  readonly connectedSince: string | null;
  readonly indicators: readonly StripIndicator[];
  readonly deliveries: readonly StripDelivery[];
}

/** A strip, how many indicators are behind, and what is due next. */
export interface BuiltStrip {
  readonly strip: FeedStrip;
  /** Indicators whose newest due period is missing. */
  readonly overdue: number;
  readonly next: NextDelivery | null;
}

/** Periods of a strip. */
export const STRIP_LENGTH = 30;

type Verdict = "onTime" | "late" | "missing" | "notYetDue" | "undated" | "notJudged" | "notConnected" | "published";

interface Judged {
  readonly verdict: Verdict;
  readonly due: string | null;
  readonly delivery: StripDelivery | undefined;
}

/** Judges the last periods of a feed; the newest is the one that runs at `now`. */
export function buildStrip(input: StripInput): BuiltStrip {
  const { periodType, now, indicators } = input;
  const current = periodAt(periodType, Date.parse(now));
  const delivered = new Map(input.deliveries.map((it) => [`${it.indicator} ${it.ordinal}`, it]));
  const newest = new Map<string, Verdict>();
  let next: BuiltStrip["next"] = null;
  const cells: StripCell[] = [];
  const dueOf = dueByRule();
  for (let back = STRIP_LENGTH - 1; back >= 0; back -= 1) {
    const period = shiftPeriod(current, -back);
    const judged: Judged[] = [];
    for (const indicator of indicators) {
      const one = judge(
        input,
        indicator,
        dueOf(indicator.rule, period),
        period,
        delivered.get(`${indicator.code} ${period.ordinal}`),
      );
      if (one === null) continue;
      judged.push(one);
      if (one.verdict !== "notYetDue") newest.set(indicator.code, one.verdict);
      else if (one.due !== null && indicator.rule !== null && (next === null || one.due < next.at))
        next = { period: periodId(period), at: one.due, untoldYear: untoldYear(indicator.rule, one.due) };
    }
    cells.push(cellOf(period, judged));
  }
  const overdue = [...newest.values()].filter((verdict) => verdict === "missing").length;
  return { strip: { periodType, cells }, overdue, next };
}

/** Due moments by rule and period: most indicators of a feed share their rule. */
function dueByRule(): (rule: DueRule | null, period: Period) => string | null {
  const known = new Map<string, string | null>();
  const names = new Map<DueRule, string>();
  return (rule, period) => {
    if (rule === null) return null;
    const name = names.get(rule) ?? JSON.stringify(rule);
    names.set(rule, name);
    const key = `${period.ordinal} ${name}`;
    let due = known.get(key);
    if (due === undefined) {
      due = dueAt({ period, rule });
      known.set(key, due);
    }
    return due;
  };
}

/** Null where nothing is expected and nothing came. */
function judge(
  { now, judgedSince, undatedSince, connectedSince }: StripInput,
  { since, isOwned }: StripIndicator,
  due: string | null,
  period: Period,
  delivery: StripDelivery | undefined,
): Judged | null {
  const isBeforeConnection = due !== null && (connectedSince === null || due < connectedSince);
  if (delivery !== undefined) {
    const isReplayed = delivery.replayed === delivery.cells;
    if (isReplayed && (connectedSince === null || delivery.firstAt < connectedSince))
      return { verdict: "published", due, delivery };
    if (undatedSince !== null && isReplayed && delivery.firstAt >= undatedSince)
      return { verdict: "undated", due, delivery };
    if (delivery.late === 0) return { verdict: "onTime", due, delivery };
    return { verdict: isBeforeConnection && !isReplayed ? "notJudged" : "late", due, delivery };
  }
  if (!isOwned || due === null || period.ordinal < since) return null;
  if (isBeforeConnection) return { verdict: "notConnected", due, delivery };
  if (due >= now) return { verdict: "notYetDue", due, delivery };
  return { verdict: judgedSince !== null && due < judgedSince ? "notJudged" : "missing", due, delivery };
}

function cellOf(period: Period, judged: readonly Judged[]): StripCell {
  const count = (verdict: Verdict): number => judged.filter((it) => it.verdict === verdict).length;
  const deliveries = judged.flatMap(({ delivery }) => delivery ?? []);
  const counts = {
    expected: judged.length - count("notConnected") - count("published"),
    onTime: count("onTime"),
    late: count("late"),
    missing: count("missing"),
    notYetDue: count("notYetDue"),
    notConnected: count("notConnected"),
  };
  return {
    period: periodId(period),
    state: stateOf(counts, { undated: count("undated"), published: count("published") }),
    dueAt: latest(judged.flatMap(({ due }) => due ?? [])),
    ...counts,
    replayed: deliveries.filter(({ replayed, cells }) => replayed === cells).length,
    cells: deliveries.reduce((sum, { cells }) => sum + cells, 0),
    cellsLate: deliveries.reduce((sum, { late }) => sum + late, 0),
    firstAt: deliveries.map(({ firstAt }) => firstAt).sort()[0] ?? null,
    lastAt: latest(deliveries.map(({ lastAt }) => lastAt)),
  };
}

function stateOf(
  {
    expected,
    onTime,
    late,
    missing,
    notYetDue,
    notConnected,
  }: Pick<StripCell, "expected" | "onTime" | "late" | "missing" | "notYetDue" | "notConnected">,
  { undated, published }: { undated: number; published: number },
): StripState {
  const received = onTime + late + undated;
  if (expected === 0) return published > 0 ? "published" : notConnected > 0 ? "not-connected" : "none";
  if (missing > 0) return received + notYetDue > 0 ? "incomplete" : "missing";
  if (late > 0) return "late";
  if (notYetDue > 0) return "not-yet-due";
  if (received === 0) return "not-judged";
  return undated === received ? "undated" : "on-time";
}

function latest(moments: readonly string[]): string | null {
  return moments.toSorted().at(-1) ?? null;
}
