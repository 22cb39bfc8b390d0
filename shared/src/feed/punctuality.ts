import type { PeriodType } from "../period/period-type.ts";

/**
 * How a period of a feed stands: `none` nothing was ever expected, `not-yet-due`, `on-time` everything that ever came is
 * here in time, `late` everything is here and some of it came late, `incomplete` some is missing after it was due, `missing`
 * all of it is, `undated` it is here by a replay whose moment of publication nobody knows, `not-judged` it was due before
 * deliveries were noted, or before the feed was connected and came since, `not-connected` nothing is expected because the feed
 * had sent nothing itself when it was due, `published` what is known of it was loaded from publications: the agency is not
 * judged by when these appeared.
 */
export type StripState =
  | "on-time"
  | "late"
  | "incomplete"
  | "missing"
  | "not-yet-due"
  | "undated"
  | "not-judged"
  | "not-connected"
  | "published"
  | "none";

/** One period of a strip. Counts are of indicators that the feed has sent at least once, up to that period. */
export interface StripCell {
  /** Id of the period, such as `2026-10`. */
  readonly period: string;
  readonly state: StripState;
  /** The last moment at which everything is on time (ISO instant); null without a due rule. */
  readonly dueAt: string | null;
  readonly expected: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  readonly notYetDue: number;
  /** Not among `expected`: due when the feed had sent nothing itself. */
  readonly notConnected: number;
  /** Of those received: by a replay, whose moment of receiving is that of publication. */
  readonly replayed: number;
  /** Cells (area × breakdown) that came, and how many of them after they were due. */
  readonly cells: number;
  readonly cellsLate: number;
  /** Receiving of the first and the last of them (ISO instants). */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

/** What a feed has to deliver next. */
export interface NextDelivery {
  /** Id of the period. */
  readonly period: string;
  /** ISO instant. */
  readonly at: string;
  /** The year whose holidays no notice tells yet, where the moment is counted in working days: it may move. Null: it stands. */
  readonly untoldYear: number | null;
}

/** The last periods of one type, oldest first; the newest is the one that runs now. */
export interface FeedStrip {
  readonly periodType: PeriodType;
  readonly cells: readonly StripCell[];
}
