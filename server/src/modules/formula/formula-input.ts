import { AreaCode } from "@bochiso/shared/area";
import { FORMULA_LIMITS } from "@bochiso/shared/formula";
import { PeriodType } from "@bochiso/shared/period";
import { z } from "zod";

/** A formula being typed and the type of period of its result. A longer text than a formula may have is refused unread. */
export const FormulaCheckInput = z.object({
  text: z.string().max(FORMULA_LIMITS.length),
  periodType: PeriodType,
});
export type FormulaCheckInput = z.infer<typeof FormulaCheckInput>;

/** A formula to be tried in an area; without a period in the newest one that its operands have. */
export const FormulaValueInput = FormulaCheckInput.extend({ area: AreaCode, period: z.string().max(40).nullish() });
export type FormulaValueInput = z.infer<typeof FormulaValueInput>;
