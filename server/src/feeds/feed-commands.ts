import type { Approver, FeedContract } from "@bochiso/shared/feed";

/** What was decided of a submission, by whom. */
export interface DecideCommand {
  submission: string;
  decision: "approve" | "return";
  note: string | null;
  by: Approver;
  /** ISO instant of the decision. */
  at: string;
}

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
