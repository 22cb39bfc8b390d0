import type { ReceiptCounts } from "../submission/receipt.ts";
import type { Approver } from "./approver.ts";

/** Where a submission stands whose feed requires sign-off (chưa duyệt, đã duyệt, trả lại). */
export type ApprovalState = "pending" | "approved" | "returned";

/** The sign-off of a submission. All but `state` are null while it is pending. */
export interface Approval {
  readonly state: ApprovalState;
  /** ISO instant of the decision. */
  readonly at: string | null;
  /** As stated on the form; not verified. */
  readonly by: Approver | null;
  /** Why it was returned, or a remark. */
  readonly note: string | null;
  /** Commit in which the values came into force; null unless approved. */
  readonly commitSeq: number | null;
  /** What the rows did to the stored values when they were approved; the receipt tells what they would have done on receiving. */
  readonly counts: ReceiptCounts | null;
  /** Of a returned one: the submission with which all of its values were sent anew; null: some are still owed. */
  readonly answeredBy: string | null;
  /** Of a returned one how many values are still owed; null: none, or nobody knows, its rows being kept no more. */
  readonly owed: number | null;
}
