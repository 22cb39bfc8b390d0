import { ScopeId } from "@bochiso/shared/screen";
import { z } from "zod";
import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";

export const searchRouter = router({
  query: readProcedure
    .input(z.object({ text: z.string().max(200), scope: ScopeId }))
    .query(({ ctx, input }) => ctx.services.search(input)),
});
