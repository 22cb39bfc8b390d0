import type { Text } from "@bochiso/shared/text";

/** A target to assign, or to correct under its id; or one that is no longer in force. */
export type TargetEntry =
  | {
      readonly kind: "assign";
      /** As `Target` of the domain; not looked into yet. */
      readonly target: unknown;
      /** Code of the unit the figures are in; must be the indicator's. */
      readonly unit: string;
      /** Why it differs from the version in force; needed where there is one. */
      readonly reason: string | null;
    }
  | { readonly kind: "retire"; readonly id: string; readonly reason: string };

/** What is to be assigned and by whom. */
export interface PutTargetsInput {
  readonly entries: readonly TargetEntry[];
  /** Who acts, for the audit. */
  readonly actor: string;
  /** Moment to record it under, which only a replay of the past gives (ISO instant); null is the moment of the commit. */
  readonly recordedAt: string | null;
  /** Leave targets that exist as they are: a steward's version is never overwritten by a seed. */
  readonly onlyNew: boolean;
}

/** One fault of one entry: which, where in it, which rule, why. */
export interface TargetProblem {
  readonly entry: number;
  /** Path within the target, such as `goal.value`; null for the entry as a whole. */
  readonly field: string | null;
  readonly code: TargetProblemCode;
  readonly text: Text;
}

/** Rules a target must keep. */
export type TargetProblemCode =
  | "target-malformed"
  | "target-unknown"
  | "target-double"
  | "target-in-feed"
  | "target-cell-changed"
  | "target-duplicate-entry"
  | "reason-required"
  | "indicator-unknown"
  | "area-unknown"
  | "dimension-unknown"
  | "dimension-missing"
  | "code-unknown"
  | "unit-mismatch"
  | "period-does-not-nest"
  | "direction-needs-range"
  | "direction-missing"
  | "outside-natural-limits"
  | "pace-does-not-fit";

/** All entries were stored in one commit (null where nothing changed), or none and every fault is told. */
export type PutTargetsOutput =
  | {
      readonly kind: "stored";
      readonly commitSeq: number | null;
      readonly changed: readonly string[];
      readonly unchanged: readonly string[];
      /** Computed cells that changed with them. */
      readonly derived: number;
    }
  | { readonly kind: "refused"; readonly problems: readonly TargetProblem[] };
