import { Approver } from "@bochiso/shared/feed";
import { QualityReviewVerdict, QualityState } from "@bochiso/shared/quality";
import { z } from "zod";

const Code = z.string().min(1).max(200);
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** Which flags are asked for; what is left out does not narrow. */
export const QualityFlagsInput = z.object({
  feed: Code.optional(),
  indicator: Code.optional(),
  area: Code.optional(),
  rule: Code.optional(),
  states: z.array(QualityState).max(4).optional(),
  subject: z.enum(["value", "delivery"]).optional(),
  /** Of periods that end in this month (`2024-12`), as the heat table counts them. */
  month: Month.optional(),
  /** `next` of the page before. */
  cursor: z.number().int().nonnegative().optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type QualityFlagsInput = z.infer<typeof QualityFlagsInput>;

/** One flag. */
export const QualityFlagInput = z.object({ id: z.number().int().positive() });
export type QualityFlagInput = z.infer<typeof QualityFlagInput>;

/** The window: periods that end within `months` months up to and including `to` (`2024-12`; absent = the present month). */
export const QualityWindowInput = z.object({
  to: Month.optional(),
  months: z.number().int().min(1).max(36).default(12),
});
export type QualityWindowInput = z.infer<typeof QualityWindowInput>;

export const QualityHeatInput = QualityWindowInput.extend({
  by: z.enum(["rule", "indicator", "feed"]).default("indicator"),
  feed: Code.optional(),
});
export type QualityHeatInput = z.infer<typeof QualityHeatInput>;

/** What a person says of a flag. Name and position are kept as stated; nobody verifies them yet. */
export const QualityReviewInput = z.object({
  id: z.number().int().positive(),
  verdict: QualityReviewVerdict,
  note: z.string().trim().min(5).max(2_000),
  by: Approver,
  /** `commitSeq` of the flag as it was shown: a review of what has changed since is refused (`flag-changed`). */
  seen: z.number().int().nonnegative(),
});
export type QualityReviewInput = z.infer<typeof QualityReviewInput>;
