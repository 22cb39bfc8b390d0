import type {
  ApprovalPreview,
  ChangeContractInput,
  DecideInput,
  DecisionOutcome,
  ExpectedInput,
  FeedContract,
  FeedExample,
  FeedExpectation,
  FeedInput,
  FeedKey,
  FeedListModel,
  FeedModel,
  HandOver,
  HandOverInput,
  MadeKey,
  MakeKeyInput,
  PreviewDecisionInput,
  RefusalLine,
  RevokeKeyInput,
  RotateKeyInput,
  SubmissionInput,
  SubmissionListModel,
  SubmissionModel,
  SubmissionsInput,
} from "@bochiso/shared/feed";
import type { AddSignatureKeyInput, RevokeSignatureKeyInput, SignatureKeyLine } from "@bochiso/shared/steward";
import type { RowError } from "@bochiso/shared/submission";

/**
 * What the screens of feeds call. Shapes: `shared/src/feed/feed-models.ts` (read), `feed-inputs.ts` (asked).
 *
 * Reading: `list` every feed with its main strip; `get` one with all strips, gaps, ownership, hand-overs, changes;
 * `submissions` paged, newest first (`only: "pending"` is the inbox of approvals); `submission` with values and errors by
 * rule; `rowErrors` every fault that is kept of it; `refusals` of requests that stored nothing; `expected` what is due and missing of a period; `keys` without secrets;
 * `example` a row that a first request can send as it is; `previewDecision` what approving a held submission would change;
 * `signatureKeys` public keys with which the feed signs.
 *
 * Changing: each names who acts (`by`: name and position as stated). Errors are `DomainError`s with a text in both
 * languages: `feed-unknown`, `submission-unknown`, `key-unknown`, `key-limit` (two live keys), `key-replaced` (its successor
 * works), `key-over` (revoked or expired already), `cidr-malformed`, `moment-past`, `scope-not-owned`, `scope-changed`
 * (another hand-over is dated), `scope-simulated` (between what is real and what is simulated), `approver-is-sender`,
 * `already-decided`, `contract-changed` (another one is in force than was seen), `deadline-double`, `deadline-malformed`,
 * `signature-key-taken`, `signature-key-malformed`. A decision that rules or newer values stand against is no error: `{
 * kind: "conflicts" }`, nothing applied. A key is in the answer of `makeKey` and `rotateKey` alone, this once.
 */
export interface FeedServices {
  list(): Promise<FeedListModel>;
  get(input: FeedInput): Promise<FeedModel>;
  submissions(input: SubmissionsInput): Promise<SubmissionListModel>;
  submission(input: SubmissionInput): Promise<SubmissionModel>;
  rowErrors(input: SubmissionInput): Promise<readonly RowError[]>;
  refusals(input: FeedInput): Promise<RefusalLine[]>;
  expected(input: ExpectedInput): Promise<FeedExpectation>;
  keys(input: FeedInput): Promise<FeedKey[]>;
  example(input: FeedInput): Promise<FeedExample>;
  makeKey(input: MakeKeyInput): Promise<MadeKey>;
  rotateKey(input: RotateKeyInput): Promise<MadeKey>;
  revokeKey(input: RevokeKeyInput): Promise<{ id: string }>;
  signatureKeys(input: FeedInput): Promise<SignatureKeyLine[]>;
  addSignatureKey(input: AddSignatureKeyInput): Promise<{ keyid: string }>;
  revokeSignatureKey(input: RevokeSignatureKeyInput): Promise<{ keyid: string }>;
  changeContract(input: ChangeContractInput): Promise<FeedContract>;
  handOver(input: HandOverInput): Promise<HandOver[]>;
  previewDecision(input: PreviewDecisionInput): Promise<ApprovalPreview>;
  decide(input: DecideInput): Promise<DecisionOutcome>;
}
