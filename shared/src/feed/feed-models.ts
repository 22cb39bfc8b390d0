import type { EntryEffect } from "../entry/entry-models.ts";
import type { DueRule } from "../indicator/indicator.ts";
import type { PeriodType } from "../period/period-type.ts";
import type { Receipt, ReceiptCounts } from "../submission/receipt.ts";
import type { RowError, RowErrorCode } from "../submission/row-error.ts";
import type { Text } from "../text/text.ts";
import type { SubmissionWarning } from "../wire/submission-warning.ts";
import type { Approval } from "./approval.ts";
import type { FeedContract } from "./contract.ts";
import type { FeedStrip, NextDelivery } from "./punctuality.ts";

/** Whether a feed is heard of: `not-agreed` no interval stands in its contract, `never` none came yet. */
export type HeartbeatState = "alive" | "silent" | "never" | "not-agreed";

/** A feed as the list of feeds shows it. All instants are ISO, UTC. */
export interface FeedSummary {
  readonly code: string;
  readonly name: Text;
  readonly agency: string;
  readonly agencyName: Text;
  readonly simulated: boolean;
  /** The installation refuses it whatever its contract says (a demonstration feed outside of demonstrations). */
  readonly barred: boolean;
  readonly contract: FeedContract;
  /** Indicators it owns now, somewhere. */
  readonly indicators: number;
  readonly keys: { readonly live: number; readonly nextExpiry: string | null; readonly lastUsedAt: string | null };
  /** The newest submission by receiving; `replayed`: published figures loaded by this installation itself. */
  readonly lastPush: {
    readonly submission: string;
    readonly receivedAt: string;
    readonly replayed: boolean;
    readonly ageMs: number;
  } | null;
  readonly heartbeat: { readonly state: HeartbeatState; readonly at: string | null };
  readonly sequence: { readonly last: number | null; readonly gaps: number; readonly missing: number };
  /** Whether it ever sent something itself, or is simulated: until then nothing is expected of it. */
  readonly connected: boolean;
  /** Of the last 30 days, replays left out. */
  readonly recent: {
    readonly submissions: number;
    readonly received: number;
    readonly accepted: number;
    readonly rejected: number;
    /** Requests that stored nothing. */
    readonly refusedRequests: number;
  };
  /**
   * Of these 30 days what is wrong still: rows rejected in the newest submission by each key (or by hand), and requests refused
   * since it.
   */
  readonly standing: { readonly rejected: number; readonly refusedRequests: number };
  readonly lastRefusalAt: string | null;
  /** Sources of it that fail now, and why the first of them does; null: none. */
  readonly failingPulls: { readonly count: number; readonly reason: Text } | null;
  /** Submissions waiting for sign-off. */
  readonly pending: number;
  /** Submissions that were returned and not sent anew as a whole yet. */
  readonly returned: number;
  /** Values of them that are still to be sent anew. */
  readonly owedValues: number;
  /** Of the indicators it has ever sent: how many are missing now after they were due, and what comes next. */
  readonly due: { readonly overdue: number; readonly next: NextDelivery | null };
  /** The strip of the type with the most indicators; null where nothing ever came. */
  readonly strip: FeedStrip | null;
}

/** `feeds.list`: every feed, those of the Government's order of agencies first, simulated ones last. */
export interface FeedListModel {
  /** The server's clock, against which ages and due moments were judged. */
  readonly now: string;
  /** Deliveries are noted since then; periods due before are not judged. Null: since the first commit. */
  readonly judgedSince: string | null;
  readonly feeds: readonly FeedSummary[];
}

/** An indicator a feed owns, with the areas: codes, `*` every real area, `demo:*` every fictional one, `!01` all but it. */
export interface OwnedIndicator {
  readonly code: string;
  readonly name: Text;
  /** The first 100 of them. */
  readonly areas: readonly string[];
  readonly areaCount: number;
  /** Null where the definition is not in force any more. */
  readonly periodType: PeriodType | null;
  /** The feed's own deadline, or the indicator's. */
  readonly dueRule: DueRule | null;
}

/** A dated change of the single source of a cell. */
export interface HandOver {
  readonly indicator: string;
  readonly area: string;
  /** ISO instant, included. */
  readonly at: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** A hand-over as the page of a feed names it. */
export interface HandOverLine extends HandOver {
  readonly indicatorName: Text;
  readonly fromName: Text | null;
  readonly toName: Text | null;
}

/** `feeds.get`. */
export interface FeedModel extends FeedSummary {
  readonly now: string;
  readonly judgedSince: string | null;
  /** One per type of period the feed has ever sent, that with the most indicators first. */
  readonly strips: readonly FeedStrip[];
  readonly gaps: readonly { readonly first: number; readonly last: number; readonly foundAt: string }[];
  readonly owns: readonly OwnedIndicator[];
  /** Hand-overs from and to this feed, dated ahead ones included, newest first; at most 500. */
  readonly handOvers: readonly HandOverLine[];
  /** What people changed, newest first; at most 50. */
  readonly changes: readonly {
    readonly at: string;
    readonly actor: string;
    readonly action: string;
    readonly details: Readonly<Record<string, unknown>>;
  }[];
}

/** One line of `feeds.submissions`, newest first. */
export interface SubmissionLine {
  readonly id: string;
  readonly sequence: number | null;
  readonly receivedAt: string;
  readonly sentAt: string | null;
  readonly publisher: string | null;
  readonly document: string | null;
  readonly counts: ReceiptCounts;
  readonly replayed: boolean;
  /** Id and label of the key it was sent with; null for replays and entry by hand. */
  readonly key: { readonly id: string; readonly label: string } | null;
  /** Null where the feed needed no sign-off. */
  readonly approval: Approval | null;
}

/** `feeds.submissions`. Ask again with `before: next` for older ones; null at the end. */
export interface SubmissionListModel {
  readonly submissions: readonly SubmissionLine[];
  readonly next: string | null;
}

/** One refused request of a feed; the same one again is counted, not listed again. */
export interface RefusalLine {
  readonly id: number;
  /** Request-level code, such as `rows-refused`, `sequence-gap`, `digest-mismatch`, `key-address`. */
  readonly code: string;
  readonly detail: Text;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly times: number;
  /** When something that came the same way was stored after it (ISO instant); null: it still stands. */
  readonly mendedAt: string | null;
  readonly key: { readonly id: string; readonly label: string } | null;
  /** Who entered the values or chose the file, as stated; null: a system sent them. */
  readonly person: string | null;
  readonly idempotencyKey: string | null;
  /** Number of the last of these requests (`X-Request-Id`), which its sender can quote; null: none was told. */
  readonly requestId: string | null;
  readonly errorCount: number;
  /** Row code → how often among the errors that were listed (the first 1,000). */
  readonly codes: Readonly<Partial<Record<RowErrorCode, number>>>;
  /** The first 20. Where a State secret was refused they hold nothing of any row. */
  readonly errors: readonly RowError[];
}

/** The errors of one rule in a submission. */
export interface RuleErrors {
  readonly code: RowErrorCode;
  readonly count: number;
  /** The first 50. */
  readonly examples: readonly RowError[];
}

/** A value of a submission as it was stored, or as it is held. */
export interface SubmissionValue {
  readonly indicator: string;
  readonly indicatorName: Text;
  /** The unit the value is stored in, which a screen's display may scale. */
  readonly unit: Text;
  readonly area: string;
  readonly period: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly scenario: string;
  /** Exact decimal text; null for missing or retracted. */
  readonly value: string | null;
  readonly status: string | null;
  readonly note: string | null;
  readonly retracted: boolean;
  /** What is in force in the cell now, where the submission is pending; null: nothing. */
  readonly inForce: { readonly value: string | null; readonly status: string | null } | null;
}

/** `feeds.submission`. */
export interface SubmissionModel extends SubmissionLine {
  readonly feed: string;
  readonly feedName: Text;
  readonly simulated: boolean;
  readonly receipt: Receipt;
  /** By rule, the most frequent first; of the first 1,000 errors. */
  readonly errors: readonly RuleErrors[];
  readonly errorCount: number;
  /** What its sender was told to look at. */
  readonly warnings: readonly SubmissionWarning[];
  /** What it changed (or holds), at most 500 from `offset`. Rows that changed nothing are counted only. */
  readonly values: readonly SubmissionValue[];
  readonly valueCount: number;
  /** It was returned so long ago that its rows are kept no more; receipt, outcomes and decision are. */
  readonly rowsReleased: boolean;
  readonly offset: number;
}

/** A key as people see it: never its secret. */
export interface FeedKey {
  readonly id: string;
  readonly label: string;
  /** Who answers for it, as stated. */
  readonly holder: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** To ten minutes; null: never. */
  readonly lastUsedAt: string | null;
  /** Addresses it may be used from; empty: any. */
  readonly cidrs: readonly string[];
  readonly state: "live" | "expired" | "revoked";
}

/** A key just made: `key` is shown this once. */
export interface MadeKey {
  readonly id: string;
  readonly key: string;
}

/** An observation as a feed may send it. */
export interface ExampleRow {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly breakdown?: Readonly<Record<string, string>>;
  /** Exact decimal text; null with a status of absence. */
  readonly value: string | null;
  readonly status: string;
}

/** `feeds.example`: what a first request of a feed can look like. */
export interface FeedExample {
  /** A row that can be sent as it is: a newest value again, or `O` where the feed never sent any. Null: it has none. */
  readonly row: ExampleRow | null;
  /** False where the feed is stopped or barred: every request is refused. */
  readonly accepts: boolean;
  /** The contract asks for `Content-Digest`. */
  readonly needsDigest: boolean;
  /** A key says that every request must be signed, which no plain command can do. */
  readonly needsSignature: boolean;
}

/** What stands against an approval: a rule in force now, or a newer value in the cell. Nothing was applied. */
export interface ApprovalConflict {
  readonly row: number;
  readonly code: RowErrorCode | "newer-value-stored";
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly text: Text;
}

/** Why a submission cannot be approved as things are: the first 1,000, and how many there are. */
export interface ApprovalConflicts {
  readonly kind: "conflicts";
  readonly conflicts: readonly ApprovalConflict[];
  readonly count: number;
}

/** `feeds.decide`: the decision stands, or what stands against it. */
export type DecisionOutcome = { readonly kind: "decided"; readonly approval: Approval } | ApprovalConflicts;

/** `feeds.previewDecision`: what approving would bring about at a moment (ISO instant), or what stands against it. */
export type ApprovalPreview =
  | { readonly kind: "effect"; readonly at: string; readonly effect: EntryEffect }
  | (ApprovalConflicts & { readonly at: string });

/** An area that is named to people. */
export interface NamedArea {
  readonly code: string;
  readonly name: Text;
}

/**
 * What of one indicator that a feed has ever sent is due in a period. Areas are those it owns by name or has sent before;
 * `not-connected`: it was due when the feed had sent nothing itself.
 */
export interface ExpectedLine {
  readonly indicator: string;
  readonly indicatorName: Text;
  /** ISO instant; null without a due rule. */
  readonly dueAt: string | null;
  readonly state: "received" | "partial" | "not-yet-due" | "missing" | "not-connected";
  readonly received: number;
  readonly missing: readonly NamedArea[];
}

/** `feeds.expected`: what a feed owes for a period, what is missing first. */
export interface FeedExpectation {
  readonly feed: string;
  readonly period: string;
  readonly lines: readonly ExpectedLine[];
  /** Indicators of this type of period that the feed owns and never sent anywhere: nothing can be called missing. */
  readonly neverSent: readonly { readonly code: string; readonly name: Text }[];
}
