export type { Approval, ApprovalState } from "./approval.ts";
export { Approver, hasName } from "./approver.ts";
export {
  type BuiltStrip,
  buildStrip,
  STRIP_LENGTH,
  type StripDelivery,
  type StripIndicator,
  type StripInput,
} from "./build-strip.ts";
export { type Cidr, cidrHolds, parseCidr } from "./cidr.ts";
export { Deadline, FeedContract } from "./contract.ts";
export {
  ChangeContractInput,
  DecideInput,
  ExpectedInput,
  FeedInput,
  HandOverInput,
  MakeKeyInput,
  MOST_OVERLAP_DAYS,
  PreviewDecisionInput,
  RevokeKeyInput,
  RotateKeyInput,
  SubmissionInput,
  SubmissionsInput,
} from "./feed-inputs.ts";
export type {
  ApprovalConflict,
  ApprovalConflicts,
  ApprovalPreview,
  DecisionOutcome,
  ExampleRow,
  ExpectedLine,
  FeedExample,
  FeedExpectation,
  FeedKey,
  FeedListModel,
  FeedModel,
  FeedSummary,
  HandOver,
  HandOverLine,
  HeartbeatState,
  MadeKey,
  NamedArea,
  OwnedIndicator,
  RefusalLine,
  RuleErrors,
  SubmissionLine,
  SubmissionListModel,
  SubmissionModel,
  SubmissionValue,
} from "./feed-models.ts";
export type { HeldDelivery } from "./held-delivery.ts";
export {
  createOwnership,
  holdsArea,
  type OwnedCells,
  type Ownership,
  type OwnershipRow,
  wildcardOf,
} from "./ownership.ts";
export type { FeedStrip, NextDelivery, StripCell, StripState } from "./punctuality.ts";
export { SINCE_EVER } from "./since-ever.ts";
