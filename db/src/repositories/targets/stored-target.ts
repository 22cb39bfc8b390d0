import type { Target } from "@bochiso/shared/target";

/** A version of a target to append. */
export interface NewTargetVersion {
  readonly target: Target;
  readonly version: number;
  /** From this version on it is no longer in force. */
  readonly retired: boolean;
  /** Why it was corrected or retired; null on the first version. */
  readonly reason: string | null;
  readonly author: string;
}

/** A stored version of a target. It never changes. */
export interface StoredTarget extends NewTargetVersion {
  readonly commitSeq: number;
  readonly contentSha256: string;
}
