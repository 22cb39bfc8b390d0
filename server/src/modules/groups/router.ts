import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";
import { CodeInput, ScreenInput } from "../screen/screen-input.ts";

export const groupRouter = router({
  get: readProcedure
    .input(ScreenInput.extend({ group: CodeInput }))
    .query(({ ctx, input }) => ctx.services.getGroup(input)),
});
