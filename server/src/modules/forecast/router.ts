import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";
import { BreakdownInput, CodeInput, ScreenInput } from "../screen/screen-input.ts";

export const forecastRouter = router({
  get: readProcedure
    .input(ScreenInput.extend({ code: CodeInput, breakdown: BreakdownInput }))
    .query(({ ctx, input }) => ctx.services.getForecast(input)),
});
