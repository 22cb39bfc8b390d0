import { LiftLockInput, LockPeriodInput, PeriodLocksInput } from "@bochiso/shared/steward";
import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";

/** Khóa kỳ số liệu: periods that take no pushed values. Shapes: `period-lock-services.ts`. */
export const periodLocksRouter = router({
  list: readProcedure.input(PeriodLocksInput).query(({ ctx, input }) => ctx.services.periodLocks.list(input)),
  lock: readProcedure.input(LockPeriodInput).mutation(({ ctx, input }) => ctx.services.periodLocks.lock(input)),
  lift: readProcedure.input(LiftLockInput).mutation(({ ctx, input }) => ctx.services.periodLocks.lift(input)),
});
