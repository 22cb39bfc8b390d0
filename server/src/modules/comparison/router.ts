import { ScopeId } from "@bochiso/shared/screen";
import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";
import { AreaBasisInput, BreakdownInput, CodeInput, ScreenInput } from "../screen/screen-input.ts";

export const comparisonRouter = router({
  get: readProcedure
    .input(
      ScreenInput.extend({
        scope: ScopeId.default(ScopeId.parse("cp")),
        indicator: CodeInput,
        breakdown: BreakdownInput,
        areaBasis: AreaBasisInput,
      }),
    )
    .query(({ ctx, input }) => ctx.services.getComparison(input)),
});
