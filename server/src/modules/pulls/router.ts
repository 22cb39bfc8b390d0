import { PullListInput, PullPreviewInput, PullRunInput, PullSwitchInput } from "@bochiso/shared/pull";
import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";

/** Sources that are asked on a schedule. A preview stores nothing; it is a mutation because it asks another system. */
export const pullsRouter = router({
  list: readProcedure.input(PullListInput).query(({ ctx, input }) => ctx.services.pulls.list(input)),
  preview: readProcedure.input(PullPreviewInput).mutation(({ ctx, input }) => ctx.services.pulls.preview(input)),
  run: readProcedure.input(PullRunInput).mutation(({ ctx, input }) => ctx.services.pulls.run(input)),
  switch: readProcedure.input(PullSwitchInput).mutation(({ ctx, input }) => ctx.services.pulls.switch(input)),
});
