import { z } from "zod";
import { Approver } from "./approver.ts";
import { FeedContract } from "./contract.ts";

const FeedCode = z.string().min(1).max(120);
const Reason = z.string().trim().min(3).max(1_000);

/** Which feed. */
export const FeedInput = z.object({ feed: FeedCode });
export type FeedInput = z.infer<typeof FeedInput>;

/** What a feed owes for a period (id, such as `2026-10`). */
export const ExpectedInput = z.object({ feed: FeedCode, period: z.string().min(1).max(40) });
export type ExpectedInput = z.infer<typeof ExpectedInput>;

/** Which submissions of a feed; `before` is the `next` of the page before. */
export const SubmissionsInput = z.object({
  feed: FeedCode,
  only: z.enum(["all", "pending", "returned", "with-errors"]).default("all"),
  before: z.string().max(200).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type SubmissionsInput = z.infer<typeof SubmissionsInput>;

/** One submission, its values from `offset` on. */
export const SubmissionInput = z.object({ id: z.string().min(1).max(80), offset: z.number().int().min(0).default(0) });
export type SubmissionInput = z.infer<typeof SubmissionInput>;

/** What a sign-off of one submission would bring about. */
export const PreviewDecisionInput = z.object({ submission: z.string().min(1).max(80) });
export type PreviewDecisionInput = z.infer<typeof PreviewDecisionInput>;

/** A key to be made. `holder` is who answers for it; `by` who makes it. */
export const MakeKeyInput = z.object({
  feed: FeedCode,
  label: z.string().trim().min(1).max(120),
  holder: z.string().trim().min(2).max(200),
  /** ISO instant; null: until it is revoked. */
  expiresAt: z.iso.datetime({ offset: true }).nullable(),
  /** Such as `10.1.0.0/16` or `2001:db8::/32`; empty: from anywhere. */
  cidrs: z.array(z.string().trim().min(1).max(60)).max(20),
  by: Approver,
});
export type MakeKeyInput = z.infer<typeof MakeKeyInput>;

/** Days for which a key may go on beside its successor, at most. */
export const MOST_OVERLAP_DAYS = 90;

/** A successor of a key, which itself goes on for some days. */
export const RotateKeyInput = z.object({
  id: z.string().max(40),
  /** Days for which the old key still works beside the new one; 0: revoked at once. */
  overlapDays: z.number().int().min(0).max(MOST_OVERLAP_DAYS),
  /** Of the new key. */
  expiresAt: z.iso.datetime({ offset: true }).nullable(),
  by: Approver,
});
export type RotateKeyInput = z.infer<typeof RotateKeyInput>;

export const RevokeKeyInput = z.object({ id: z.string().max(40), reason: Reason, by: Approver });
export type RevokeKeyInput = z.infer<typeof RevokeKeyInput>;

/** The whole contract as it shall be, and the one it was made from: where another is in force, somebody was faster. */
export const ChangeContractInput = z.object({
  feed: FeedCode,
  seen: FeedContract,
  contract: FeedContract,
  reason: Reason,
  by: Approver,
});
export type ChangeContractInput = z.infer<typeof ChangeContractInput>;

/** Cells that change their single source at a moment which is not past. */
export const HandOverInput = z.object({
  from: FeedCode,
  to: FeedCode,
  /** ISO instant from which on `to` sends; null: from now on. */
  at: z.iso.datetime({ offset: true }).nullable(),
  cells: z
    .array(z.object({ indicator: z.string().max(200), area: z.string().max(40) }))
    .min(1)
    .max(5_000),
  /** The document or agreement it rests on. */
  basis: Reason,
  by: Approver,
});
export type HandOverInput = z.infer<typeof HandOverInput>;

/** Sign-off of a submission; returning it needs its reason. */
export const DecideInput = z
  .object({
    submission: z.string().min(1).max(80),
    decision: z.enum(["approve", "return"]),
    note: z.string().trim().max(1_000).nullable(),
    by: Approver,
  })
  .refine(({ decision, note }) => decision === "approve" || (note !== null && note.length >= 3), { path: ["note"] });
export type DecideInput = z.infer<typeof DecideInput>;
