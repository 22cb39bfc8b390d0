import { ScopeId } from "@bochiso/shared/screen";
import { z } from "zod";
import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";
import { AreaBasisInput, BreakdownInput, CodeInput, ScreenInput } from "../screen/screen-input.ts";

export const indicatorRouter = router({
  get: readProcedure
    .input(ScreenInput.extend({ code: CodeInput, breakdown: BreakdownInput, areaBasis: AreaBasisInput }))
    .query(({ ctx, input }) => ctx.services.getIndicator(input)),
});

export const indicatorsRouter = router({
  list: readProcedure.input(z.object({ scope: ScopeId })).query(({ ctx, input }) => ctx.services.listIndicators(input)),
});
