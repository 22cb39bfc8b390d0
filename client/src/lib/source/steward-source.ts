import type {
  ChangeContractInput,
  DecideInput,
  DecisionOutcome,
  FeedContract,
  FeedExample,
  FeedExpectation,
  FeedKey,
  FeedListModel,
  FeedModel,
  HandOver,
  HandOverInput,
  MadeKey,
  MakeKeyInput,
  RefusalLine,
  RevokeKeyInput,
  RotateKeyInput,
  SubmissionListModel,
  SubmissionModel,
} from "@bochiso/shared/feed";
import type { QualityReviewVerdict, QualityState } from "@bochiso/shared/quality";
import type { QualityFlagModel, QualityFlagsModel, QualityHeatModel, QualityScoresModel } from "@bochiso/shared/screen";
import type { Receipt, ReceiptCounts, RowError } from "@bochiso/shared/submission";
import type { Text } from "@bochiso/shared/text";

export interface SubmissionsQuestion {
  feed: string;
  only: "all" | "pending" | "returned" | "with-errors";
  /** `next` of the page before; null for the newest. */
  before: string | null;
}
export interface SubmissionQuestion {
  id: string;
  offset: number;
}
export interface ExpectedQuestion {
  feed: string;
  /** A period id. */
  period: string;
}
export interface FlagsQuestion {
  feed?: string | undefined;
  indicator?: string | undefined;
  rule?: string | undefined;
  states?: QualityState[] | undefined;
  subject?: "value" | "delivery" | undefined;
  /** Of periods that end in this month. */
  month?: string | undefined;
  cursor?: number | undefined;
}
export interface HeatQuestion {
  by: "rule" | "indicator" | "feed";
  feed?: string | undefined;
  /** Last month of the window; absent: the present one. */
  to?: string | undefined;
}
export interface ScoresQuestion {
  to?: string | undefined;
}
export interface FlagReview {
  id: number;
  verdict: QualityReviewVerdict;
  note: string;
  by: { name: string; position: string };
  /** The commit of the flag as it was shown. */
  seen: number;
}

/** The formats of a submission, as their media types. */
export type SentFormat =
  | "application/json"
  | "application/x-ndjson"
  | "text/csv"
  | "application/vnd.sdmx.data+csv;version=2.0.0"
  | "application/vnd.sdmx.data+csv;version=1.0.0";

/** A body sent over the same address, with the same kind of key, as the source system does. */
export interface SendQuestion {
  /** The key of the feed as a person typed it: kept nowhere. */
  key: string;
  feed: string;
  sequence: number | null;
  idempotencyKey: string;
  format: SentFormat;
  body: ArrayBuffer;
  dryRun: boolean;
  /** Good rows are stored although others are refused. */
  lenient: boolean;
}

/** What became of it. `checked` and `rows-refused` stored nothing. */
export type SendOutcome =
  | { kind: "checked"; counts: ReceiptCounts; derived: number; errors: RowError[]; errorCount: number }
  | { kind: "stored"; receipt: Receipt; replayed: boolean; errors: RowError[]; errorCount: number }
  | { kind: "rows-refused"; errors: RowError[]; errorCount: number }
  | { kind: "refused"; code: string; text: Text; retryAfter: string | null };

/** What the screens of feeds ask and change. */
export interface FeedSource {
  list(signal?: AbortSignal): Promise<FeedListModel>;
  get(feed: string, signal?: AbortSignal): Promise<FeedModel>;
  submissions(input: SubmissionsQuestion, signal?: AbortSignal): Promise<SubmissionListModel>;
  submission(input: SubmissionQuestion, signal?: AbortSignal): Promise<SubmissionModel>;
  rowErrors(input: SubmissionQuestion): Promise<readonly RowError[]>;
  refusals(feed: string, signal?: AbortSignal): Promise<RefusalLine[]>;
  keys(feed: string, signal?: AbortSignal): Promise<FeedKey[]>;
  example(feed: string, signal?: AbortSignal): Promise<FeedExample>;
  expected(input: ExpectedQuestion, signal?: AbortSignal): Promise<FeedExpectation>;
  makeKey(input: MakeKeyInput): Promise<MadeKey>;
  rotateKey(input: RotateKeyInput): Promise<MadeKey>;
  revokeKey(input: RevokeKeyInput): Promise<{ id: string }>;
  changeContract(input: ChangeContractInput): Promise<FeedContract>;
  handOver(input: HandOverInput): Promise<HandOver[]>;
  decide(input: DecideInput): Promise<DecisionOutcome>;
  /** Sends a body as the source system would; rejected only where no answer came. */
  send(input: SendQuestion): Promise<SendOutcome>;
}

/** What the screens of quality ask and change. */
export interface QualitySource {
  flags(input: FlagsQuestion, signal?: AbortSignal): Promise<QualityFlagsModel>;
  flag(id: number, signal?: AbortSignal): Promise<QualityFlagModel>;
  scores(input: ScoresQuestion, signal?: AbortSignal): Promise<QualityScoresModel>;
  heat(input: HeatQuestion, signal?: AbortSignal): Promise<QualityHeatModel>;
  review(input: FlagReview): Promise<{ id: number; state: QualityState; commitSeq: number }>;
}
