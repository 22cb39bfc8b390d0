import type { PeriodLock } from "@bochiso/db/repositories/intake";

type Days = Pick<PeriodLock, "firstDay" | "lastDay">;

/** The lock in force that closes a period (its days, ISO) of an indicator in an area; none where it is open. */
export function lockOf<Lock extends Days & { readonly area: string }>(
  locks: ReadonlyMap<string, readonly Lock[]>,
  cell: Days & { readonly indicator: string; readonly area: string },
): Lock | undefined {
  return locks
    .get(cell.indicator)
    ?.find(
      ({ area, firstDay, lastDay }) =>
        (area === "*" || area === cell.area) && firstDay <= cell.firstDay && cell.lastDay <= lastDay,
    );
}
