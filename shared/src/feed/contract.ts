import { z } from "zod";
import { DueRule } from "../indicator/indicator.ts";
import { PeriodType } from "../period/period-type.ts";

/** When a feed has to deliver periods of a type, where its contract says otherwise than the indicators' own due rules. */
export const Deadline = z.object({ periodType: PeriodType, rule: DueRule });
export type Deadline = z.infer<typeof Deadline>;

/**
 * What is agreed with a source system beside its indicators and areas. A steward changes it; loading the catalogue anew
 * does not.
 */
export const FeedContract = z.object({
  /** Takes submissions. */
  active: z.boolean(),
  /** A gap in the sequence is shown (`record`) or refused (`refuse`). */
  gapPolicy: z.enum(["record", "refuse"]),
  /** Submissions without `Content-Digest` are refused. */
  requireDigest: z.boolean(),
  /** Values count once a named person approved their submission. */
  requireSignOff: z.boolean(),
  /** At most one per type of period. */
  schedule: z.array(Deadline).max(PeriodType.options.length),
  /** Minutes without a sign of life after which the feed counts as silent; null: not agreed. */
  heartbeatMinutes: z.number().int().min(1).max(525_600).nullable(),
});
export type FeedContract = z.infer<typeof FeedContract>;
