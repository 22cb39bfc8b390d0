import { AreaCode } from "@bochiso/shared/area";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { Origin } from "@bochiso/shared/observation";
import { z } from "zod";

/** Which number of a cell is asked to be explained: its value, or one of the two changes on its card. */
export const ExplainMeasure = z.enum(["value", "same-period-last-year", "previous-period"]);
export type ExplainMeasure = z.infer<typeof ExplainMeasure>;

/**
 * The cell to explain; `asOf` is a commit sequence, absent = now; `origin` absent = the default reading. `all`: every
 * operand or part of the cell and nothing below them, instead of the tree with the foremost ones.
 */
export const ExplainInput = z.object({
  indicator: IndicatorCode,
  area: AreaCode,
  breakdown: z.string().max(400).default(""),
  period: z.string().max(40),
  measure: ExplainMeasure.default("value"),
  asOf: z.number().int().nonnegative().optional(),
  origin: Origin.optional(),
  all: z.boolean().optional(),
});
export type ExplainInput = z.infer<typeof ExplainInput>;
