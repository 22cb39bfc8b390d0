import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";

export const shellRouter = router({
  get: readProcedure.query(({ ctx }) => ctx.services.getShell()),
});
