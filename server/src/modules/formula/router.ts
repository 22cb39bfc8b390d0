import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";
import { FormulaCheckInput, FormulaValueInput } from "./formula-input.ts";

/** Reading only: a formula is checked and tried, never stored. */
export const formulaRouter = router({
  catalogue: readProcedure.query(({ ctx }) => ctx.services.getFormulaCatalogue()),
  check: readProcedure.input(FormulaCheckInput).query(({ ctx, input }) => ctx.services.checkFormula(input)),
  evaluate: readProcedure.input(FormulaValueInput).query(({ ctx, input }) => ctx.services.evaluateFormula(input)),
});
