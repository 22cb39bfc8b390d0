import { z } from "zod";
import { PeriodType } from "../period/period-type.ts";

/** Years behind the seasonal profile. Source: domain.md, "seasonal from the last three years". */
export const SEASONAL_YEARS = 3;

/**
 * How the way to a target is spread over its span. `custom` gives the cumulative share (0…1) due at the end of each period
 * of `periodType` from the start of the span; it never falls and ends at 1.
 */
export const PaceProfile = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("linear") }),
  z.object({ kind: z.literal("seasonal") }),
  z
    .object({ kind: z.literal("custom"), periodType: PeriodType, shares: z.array(z.number().min(0).max(1)).min(1) })
    .refine(({ shares }) => shares.at(-1) === 1, { message: "the last share must be 1" })
    .refine(({ shares }) => shares.every((share, index) => share >= (shares[index - 1] ?? 0)), {
      message: "cumulative shares never fall",
    }),
]);
export type PaceProfile = z.infer<typeof PaceProfile>;
