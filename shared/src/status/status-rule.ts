import { z } from "zod";

/** Score around a threshold within which a status is kept. 0.01 = one percentage point of completion. */
const width = z.number().nonnegative();

const descending = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value < (values[index - 1] ?? Number.POSITIVE_INFINITY));

/** Parameters of `plan-completion@1`: shares of the way due. */
export const PlanCompletionParams = z
  .object({
    ahead: z.number().default(1.05),
    onTrack: z.number().default(0.95),
    behind: z.number().default(0.8),
    width: width.default(0.01),
  })
  .refine(({ ahead, onTrack, behind }) => descending([ahead, onTrack, behind]), { message: "thresholds must fall" });
export type PlanCompletionParams = z.infer<typeof PlanCompletionParams>;

/** Parameters of `threshold-bands@1`, in the indicator's unit; `near` is the warning limit, `limit` the hard one. */
export const ThresholdBandsParams = z.object({
  near: z.number(),
  limit: z.number(),
  /** Share of each limit's size within which a status is kept. */
  width: width.default(0.01),
});
export type ThresholdBandsParams = z.infer<typeof ThresholdBandsParams>;

/** Parameters of `range@1`: shares of the width of the range (of the bound where there is one only). */
export const RangeParams = z.object({ near: z.number().min(0).max(0.5).default(0.1), width: width.default(0.01) });
export type RangeParams = z.infer<typeof RangeParams>;

/** Parameters of `required-growth@1`: ratios, and yearly growth rates (0.015 = 1.5 %) where there is no target. */
export const RequiredGrowthParams = z
  .object({
    onTrack: z.number().default(0.95),
    moderate: z.number().default(0.6),
    limited: z.number().default(0),
    width: width.default(0.01),
    growthOnTrack: z.number().default(0.015),
    growthModerate: z.number().default(0.005),
    growthLimited: z.number().default(0),
    growthWidth: width.default(0.0005),
  })
  .refine((it) => descending([it.onTrack, it.moderate, it.limited]), { message: "thresholds must fall" })
  .refine((it) => descending([it.growthOnTrack, it.growthModerate, it.growthLimited]), {
    message: "thresholds must fall",
  });
export type RequiredGrowthParams = z.infer<typeof RequiredGrowthParams>;

/** Parameters of `direction@1`: a change not larger than this, in the indicator's unit, is none. */
export const DirectionParams = z.object({ unchanged: z.number().nonnegative().default(0) });
export type DirectionParams = z.infer<typeof DirectionParams>;

/** Method, version and parameters as a definition stores its choice; an unknown name or version is refused. */
export const StatusRule = z.discriminatedUnion("method", [
  z.object({
    method: z.literal("plan-completion"),
    version: z.literal(1),
    params: PlanCompletionParams.prefault({}),
  }),
  z.object({ method: z.literal("threshold-bands"), version: z.literal(1), params: ThresholdBandsParams }),
  z.object({ method: z.literal("range"), version: z.literal(1), params: RangeParams.prefault({}) }),
  z.object({
    method: z.literal("required-growth"),
    version: z.literal(1),
    params: RequiredGrowthParams.prefault({}),
  }),
  z.object({ method: z.literal("direction"), version: z.literal(1), params: DirectionParams.prefault({}) }),
]);
export type StatusRule = z.infer<typeof StatusRule>;
