import { PeriodType } from "@bochiso/shared/period";
import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";
import { BreakdownInput, CodeInput, ScreenInput } from "../screen/screen-input.ts";

export const overTimeRouter = router({
  get: readProcedure
    .input(ScreenInput.extend({ code: CodeInput, breakdown: BreakdownInput, frequency: PeriodType }))
    .query(({ ctx, input }) => ctx.services.getOverTime(input)),
});
