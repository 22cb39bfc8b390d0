import type { ReplayBatch } from "@bochiso/seed/replay";
import type { Approver, DecisionOutcome, FeedContract, HandOver } from "@bochiso/shared/feed";
import type { ReceiptCounts, RowError } from "@bochiso/shared/submission";
import type { RevokeKeyCommand, RotateKeyCommand } from "../auth/key-commands.ts";
import type { RecomputeProgress } from "../compute/recompute-all.ts";
import type { AdvanceOutput } from "../definitions/advance-definition-changes.ts";
import type { CancelInput } from "../definitions/end-definition-change.ts";
import type { StageInput, StageOutput } from "../definitions/stage-definition-change.ts";
import type {
  ChangeContractCommand,
  DecideCommand,
  HandOverCommand,
  HeldPreview,
  TidyOutput,
} from "../feeds/feed-commands.ts";
import type { TakenNotes } from "../feeds/feed-notes.ts";
import type { Envelope } from "../ingestion/decode/decoded-body.ts";
import type { SubmissionEffect } from "../ingestion/effect-of.ts";
import type { LockPeriodInput } from "../intake/period-lock-commands.ts";
import type { AddSignatureKeyInput, EndSignatureKeyInput } from "../intake/signature-key-commands.ts";
import type { PutTargetsInput, PutTargetsOutput } from "../modules/targets/target-command.ts";
import type { PullWriterCommands } from "../pull/commands/pull-commands.ts";
import type { PutRulesCommand, PutRulesOutcome } from "../quality/put-rules.ts";
import type { RecheckProgress } from "../quality/recheck-rules.ts";
import type { ReviewCommand, ReviewOutcome } from "../quality/review-flag.ts";
import type { BroughtCatalogue } from "../seeding/bring-catalogue.ts";

/** A submission as the edge received it: authenticated, inflated, hashed, not yet looked into. */
export interface IngestInput {
  /** Feed of the key that was shown. */
  feed: string;
  idempotencyKey: string;
  /** Essence and parameters of the media type, lower case. */
  mediaType: string;
  /** The envelope where the query carries it (CSV); absent where the body does. */
  envelope?: Envelope;
  /** `lenient`: sound rows are stored although others are refused; absent = strict, all or none. */
  handling?: "strict" | "lenient";
  /** What its sender prefers and nobody here understands, to be told in the answer. */
  unknownPreferences?: readonly string[];
  /** Everything is checked and computed, nothing stored, the idempotency key not consumed. */
  dryRun?: boolean;
  /** Of a dry run: what each row, computed cell and flag would become is told too. */
  withEffect?: boolean;
  body: Uint8Array;
  /** SHA-256 of the body, lower-case hex. */
  contentSha256: string;
  /** SHA-256 over body, media type and query: what makes two requests the same. */
  requestSha256: string;
  /** ISO instant of receiving. */
  receivedAt: string;
  /** Moment to record it under, which only a replay of the past gives (ISO instant); null is the moment of the commit. */
  recordedAt: string | null;
  /** Who acts, for the audit: `key:<id>` or `seed`. */
  actor: string;
  /** Who approved it before it was loaded, which only a replay of the past gives; its values then count at once. */
  approvedBy?: Approver;
}

/** The answer to a submission: bytes to send as they are, or what is wrong with its rows. */
export type IngestOutput =
  | { kind: "stored"; submission: string; status: number; contentType: string; body: Uint8Array; replayed: boolean }
  | { kind: "rows-refused"; errors: RowError[]; errorCount: number }
  | { kind: "checked"; check: SubmissionCheck };

/** What a dry run found: the answer the same request would get without `dryRun`. */
export interface SubmissionCheck {
  counts: ReceiptCounts;
  /** Computed cells that would change. */
  derived: number;
  errors: RowError[];
  errorCount: number;
  /** Where it was asked for. */
  effect?: SubmissionEffect;
}

/** A key to be made; the secret itself never comes here. */
export interface CreateKeyInput {
  id: string;
  kind: "feed" | "reader";
  feed: string | null;
  label: string;
  secretHash: string;
  at: string;
  actor: string;
  /** Who answers for it, as stated. */
  holder?: string;
  /** ISO instant; absent: until it is revoked. */
  expiresAt?: string | null;
  /** Addresses it may be used from; absent or empty: any. */
  cidrs?: readonly string[];
}

/** Everything that writes: name → what goes in and comes out. All of it can be cloned between threads. */
export type WriterCommands = {
  "ingest-submission": { input: IngestInput; output: IngestOutput };
  "replay-batches": { input: { batches: readonly ReplayBatch[] }; output: ReplayTally };
  "seed-catalogue": { input: { demo: "1" | "real" | "0"; at: string; loadedAt: string }; output: BroughtCatalogue };
  "finish-seeding": { input: { loadedAt: string; completed: string }; output: { completed: string } };
  "recompute-step": { input: Record<string, never>; output: RecomputeProgress };
  "put-targets": { input: PutTargetsInput; output: PutTargetsOutput };
  "stage-definition-change": { input: StageInput; output: StageOutput };
  "cancel-definition-change": { input: CancelInput; output: { cancelled: string } };
  "advance-definition-changes": { input: Record<string, never>; output: AdvanceOutput };
  "lock-period": { input: LockPeriodInput; output: { ids: string[] } };
  "unlock-period": { input: { id: string; reason: string; by: string }; output: { lifted: boolean } };
  "add-signature-key": { input: AddSignatureKeyInput; output: { added: boolean } };
  "revoke-signature-key": { input: EndSignatureKeyInput; output: { revoked: true } };
  "create-key": { input: CreateKeyInput; output: { created: true } };
  "rotate-key": { input: RotateKeyCommand; output: { id: string } };
  "revoke-key": { input: RevokeKeyCommand; output: { id: string } };
  "change-feed-contract": { input: ChangeContractCommand; output: FeedContract };
  "hand-over-scope": { input: HandOverCommand; output: HandOver[] };
  "decide-submission": { input: DecideCommand; output: DecisionOutcome };
  "preview-decision": { input: { submission: string }; output: HeldPreview };
  "tidy-step": { input: { now: string }; output: TidyOutput };
  "write-feed-notes": { input: TakenNotes; output: { written: number } };
  "review-quality-flag": { input: ReviewCommand; output: ReviewOutcome };
  "put-quality-rules": { input: PutRulesCommand; output: PutRulesOutcome };
  "recheck-quality": { input: Record<string, never>; output: RecheckProgress };
  "record-heartbeat": {
    input: { feed: string; at: string; details: Readonly<Record<string, string>> };
    output: { at: string };
  };
} & PullWriterCommands;

/** What a run of replayed batches did. */
export interface ReplayTally {
  batches: number;
  /** Batches that were stored before. */
  replayed: number;
  rows: number;
  /** Keys of batches stored before with other content; what is stored stays. */
  differing: string[];
}
