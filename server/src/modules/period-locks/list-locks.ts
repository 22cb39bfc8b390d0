import { listPeriodLocks, type PeriodLock } from "@bochiso/db/repositories/intake";
import { periodLabel } from "@bochiso/shared/card";
import { firstDay, lastDay, type Period, PeriodType, periodContaining } from "@bochiso/shared/period";
import type { PeriodLockLine, PeriodLocksInput, PeriodLocksModel } from "@bochiso/shared/steward";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { Services } from "../../services.ts";

/** Lifted locks that are listed: the last ones. */
const MOST_LIFTED = 100;

/** The locks of an indicator, or all of them, newest first. */
export async function listLocks(
  { store, catalogue: cache }: Pick<Services, "store" | "catalogue">,
  { indicator }: PeriodLocksInput,
): Promise<PeriodLocksModel> {
  return await store.read(async (tx) => {
    const catalogue = await cache.current(tx);
    const lines = (await listPeriodLocks(tx, { all: true }))
      .filter((lock) => indicator === undefined || lock.indicator === indicator)
      .map((lock) => lineOf(lock, catalogue));
    return {
      inForce: lines.filter(({ lifted }) => lifted === null).reverse(),
      lifted: lines
        .filter(({ lifted }) => lifted !== null)
        .sort((a, b) => ((a.lifted?.at ?? "") < (b.lifted?.at ?? "") ? 1 : -1))
        .slice(0, MOST_LIFTED),
    };
  });
}

function lineOf(lock: PeriodLock, { definitions, areas }: Catalogue): PeriodLockLine {
  const { id, indicator, area, reason, lockedBy, lockedAt, liftedBy, liftedAt, liftReason } = lock;
  const period = wholePeriod(lock);
  return {
    id,
    indicator,
    indicatorName: definitions.get(indicator)?.name ?? same(indicator),
    areaName: area === "*" ? null : (areas.get(area)?.name ?? same(area)),
    period: period && periodLabel(period),
    firstDay: lock.firstDay,
    lastDay: lock.lastDay,
    reason,
    lockedBy,
    lockedAt,
    lifted: liftedAt === null ? null : { by: liftedBy ?? "", at: liftedAt, reason: liftReason ?? "" },
  };
}

/** The period that was locked: the one whose days these are. */
function wholePeriod(days: Pick<PeriodLock, "firstDay" | "lastDay">): Period | null {
  for (const type of PeriodType.options) {
    if (type === "static" || type === "hour") continue;
    const period = periodContaining(type, days.firstDay);
    if (firstDay(period) === days.firstDay && lastDay(period) === days.lastDay) return period;
  }
  return null;
}

function same(text: string) {
  return { vi: text, en: text };
}
