import { z } from "zod";
import { Approver } from "../feed/approver.ts";
import { PullCode } from "./pull-config.ts";

/** The sources of a feed. */
export const PullListInput = z.object({ feed: z.string().min(1).max(120) });
export type PullListInput = z.infer<typeof PullListInput>;

/** A source to be tried without storing anything. */
export const PullPreviewInput = z.object({ source: PullCode });
export type PullPreviewInput = z.infer<typeof PullPreviewInput>;

/** A source to be asked now, and who asks. */
export const PullRunInput = z.object({ source: PullCode, by: Approver });
export type PullRunInput = z.infer<typeof PullRunInput>;

/** A source to be asked by its schedule from now on, or no more; why, and who says so. */
export const PullSwitchInput = z.object({
  source: PullCode,
  enabled: z.boolean(),
  reason: z.string().trim().min(3).max(1_000),
  by: Approver,
});
export type PullSwitchInput = z.infer<typeof PullSwitchInput>;
