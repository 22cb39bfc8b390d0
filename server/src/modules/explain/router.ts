import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";
import { ExplainInput } from "./explain-input.ts";

export const explainRouter = router({
  get: readProcedure.input(ExplainInput).query(({ ctx, input }) => ctx.services.getExplanation(input)),
});
