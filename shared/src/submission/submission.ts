import { z } from "zod";
import { ObservationStatus } from "../observation/observation-status.ts";
import { Scenario } from "../observation/scenario.ts";

/** One observation as sent. Field checks beyond shape are row rules, so that every row error is told in one pass. */
export const SubmittedObservation = z.object({
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  value: z.union([z.number(), z.string(), z.null()]).optional(),
  status: ObservationStatus.optional(),
  scenario: Scenario.optional(),
  breakdown: z.record(z.string(), z.string()).optional(),
  note: z.string().optional(),
  retract: z.boolean().optional(),
  classification: z.string().optional(),
  window: z.object({ start: z.string(), end: z.string() }).optional(),
  baseYear: z.number().int().optional(),
  /** The unit the sender means: compared with the indicator's, never converted, not stored. */
  unit: z.string().optional(),
});
export type SubmittedObservation = z.infer<typeof SubmittedObservation>;

/** Who published the figures and in which document. */
export const SubmissionSource = z.object({ publisher: z.string().optional(), document: z.string().optional() });
export type SubmissionSource = z.infer<typeof SubmissionSource>;

/** Lượt gửi dữ liệu: one batch from a feed. Source: push-api.md. */
export const Submission = z.object({
  feed: z.string(),
  sequence: z.number().int().nonnegative().optional(),
  sentAt: z.string().optional(),
  source: SubmissionSource.optional(),
  observations: z.array(SubmittedObservation),
});
export type Submission = z.infer<typeof Submission>;
