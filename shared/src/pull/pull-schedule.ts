import { z } from "zod";
import { DueRule } from "../indicator/indicator.ts";
import { PeriodType } from "../period/period-type.ts";

/** Time of day in Viet Nam, `06:30`. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "HH:MM" });

/**
 * When a source is asked. Times are those of Viet Nam (UTC+7, no daylight saving). `weekday` 1 is Monday; a `day` that a
 * month has not is its last one. `due` asks at the moment when periods of a type fall due by a rule.
 */
export const PullSchedule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("every"), minutes: z.number().int().min(1).max(10_080) }),
  z.strictObject({ kind: z.literal("daily"), at: TimeOfDay }),
  z.strictObject({ kind: z.literal("weekly"), weekday: z.number().int().min(1).max(7), at: TimeOfDay }),
  z.strictObject({ kind: z.literal("monthly"), day: z.number().int().min(1).max(31), at: TimeOfDay }),
  z.strictObject({ kind: z.literal("due"), periodType: PeriodType.exclude(["static"]), rule: DueRule }),
]);
export type PullSchedule = z.infer<typeof PullSchedule>;
