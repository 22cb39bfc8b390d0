import type { Services } from "../../services.ts";
import { personText } from "../feeds/key-actions.ts";
import { listLocks } from "./list-locks.ts";
import type { PeriodLockServices } from "./period-lock-services.ts";

/** Locks of periods over the store and the writer of an instance. */
export function createPeriodLockServices(deps: Pick<Services, "store" | "writer" | "catalogue">): PeriodLockServices {
  const { writer } = deps;
  return {
    list: (input) => listLocks(deps, input),
    lock: ({ by, ...lock }) => writer.execute({ name: "lock-period", input: { ...lock, by: personText(by) } }),
    lift: ({ by, ...lock }) => writer.execute({ name: "unlock-period", input: { ...lock, by: personText(by) } }),
  };
}
