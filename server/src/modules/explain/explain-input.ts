import { AreaCode } from "@bochiso/shared/area";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { z } from "zod";

/** Which number of a cell is asked to be explained: its value, or one of the two changes on its card. */
export const ExplainMeasure = z.enum(["value", "same-period-last-year", "previous-period"]);
export type ExplainMeasure = z.infer<typeof ExplainMeasure>;

/** The cell to explain; `asOf` is a commit sequence, absent = now. */
export const ExplainInput = z.object({
  indicator: IndicatorCode,
  area: AreaCode,
  breakdown: z.string().max(400).default(""),
  period: z.string().max(40),
  measure: ExplainMeasure.default("value"),
  asOf: z.number().int().nonnegative().optional(),
});
export type ExplainInput = z.infer<typeof ExplainInput>;
