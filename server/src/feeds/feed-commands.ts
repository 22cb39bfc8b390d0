import type { ApprovalConflicts, Approver, FeedContract } from "@bochiso/shared/feed";
import type { ReceiptCounts } from "@bochiso/shared/submission";
import type { SubmissionEffect } from "../ingestion/effect-of.ts";

/** What was decided of a submission, by whom. */
export interface DecideCommand {
  submission: string;
  decision: "approve" | "return";
  note: string | null;
  by: Approver;
  /** ISO instant of the decision. */
  at: string;
}

/** What an approval would bring about now, or what stands against it. */
export type HeldPreview =
  | ApprovalConflicts
  | {
      readonly kind: "effect";
      readonly counts: ReceiptCounts;
      /** Computed cells that would change. */
      readonly derived: number;
      readonly effect: SubmissionEffect;
    };

/** The contract as it shall be, the one it was made from, why, and who says so. */
export interface ChangeContractCommand {
  feed: string;
  seen: FeedContract;
  contract: FeedContract;
  reason: string;
  at: string;
  actor: string;
}

/** Cells that change their single source, from when on, on what basis, and who says so. */
export interface HandOverCommand {
  from: string;
  to: string;
  /** ISO instant; null: this moment. */
  at: string | null;
  cells: readonly { indicator: string; area: string }[];
  basis: string;
  now: string;
  actor: string;
}

/** How many of each kind a step of tidying took, and whether another one is to follow. */
export interface TidyOutput {
  readonly releasedKeys: number;
  readonly refusals: number;
  readonly outbox: number;
  /** Runs of pulled sources. */
  readonly pullRuns: number;
  /** Blocks of rows that waited for a sign-off which was given, or refused long ago. */
  readonly heldBlocks: number;
  readonly further: boolean;
}
