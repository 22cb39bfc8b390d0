import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";
import { ScreenInput } from "../screen/screen-input.ts";

export const overviewRouter = router({
  get: readProcedure.input(ScreenInput).query(({ ctx, input }) => ctx.services.getOverview(input)),
});
