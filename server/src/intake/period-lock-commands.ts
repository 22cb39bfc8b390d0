import { appendAudit } from "@bochiso/db/repositories/audit";
import { lockCommits } from "@bochiso/db/repositories/commits";
import {
  addPeriodLock,
  findPeriodLock,
  liftPeriodLock,
  listPeriodLocks,
  type PeriodLock,
} from "@bochiso/db/repositories/intake";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import type { Commit, Store, WriteTx } from "@bochiso/db/store";
import { DomainError } from "@bochiso/shared/errors";
import { firstDay, lastDay, parsePeriod } from "@bochiso/shared/period";
import { type CatalogueCache, markTermsChanged } from "../catalogue/catalogue-cache.ts";
import type { Clock } from "../platform/clock.ts";
import { newId } from "../platform/ids.ts";

interface Deps {
  readonly store: Store;
  readonly catalogue: CatalogueCache;
  readonly clock: Clock;
}

/** A period of some indicators to be frozen, in all areas where `area` is `*`. */
export interface LockPeriodInput {
  indicators: readonly string[];
  area: string;
  /** A period of any type: `2026` freezes its months and quarters too. */
  period: string;
  reason: string;
  /** Name and position as stated. */
  by: string;
}

/**
 * Freezes a period: pushed actual values of it are refused with `period-locked` until it is lifted. Throws
 * `lock-malformed`, and `lock-double` where the same period is frozen there already for all of them; where it is for some,
 * the others are frozen. All are, or none.
 */
export async function lockPeriod(deps: Deps, input: LockPeriodInput): Promise<{ ids: string[] }> {
  const { area, reason, by } = input;
  const at = deps.clock.now().toISOString();
  return await deps.store.write(async (tx) => {
    // Of two who lock it at once only one did.
    await lockCommits(tx);
    const catalogue = await deps.catalogue.current(tx);
    const parsed = parsePeriod(input.period);
    if (!parsed.ok || parsed.period.type === "static") throw malformed("period", input.period);
    const indicators = [...new Set(input.indicators)];
    const unknown = indicators.find((it) => !catalogue.definitions.has(it));
    if (unknown !== undefined) throw malformed("indicator", unknown);
    if (area !== "*" && !catalogue.areas.has(area)) throw malformed("area", area);
    if (reason.trim() === "") throw malformed("reason", reason);
    if (by.trim() === "") throw malformed("by", by);
    const days = { firstDay: firstDay(parsed.period), lastDay: lastDay(parsed.period) };
    const known = (await listPeriodLocks(tx)).filter(
      (lock) => lock.area === area && lock.firstDay === days.firstDay && lock.lastDay === days.lastDay,
    );
    const open = indicators.filter((it) => known.every(({ indicator }) => indicator !== it));
    const before = known.find(({ indicator }) => indicators.includes(indicator));
    if (open.length === 0 && before !== undefined) throw lockedAlready(before);
    const commit = await tx.nextCommit(at);
    const locks = open.map((indicator) => ({ id: newId(deps.clock), indicator, area, ...days, reason }));
    for (const lock of locks) await addPeriodLock(tx, { ...lock, lockedBy: by, lockedAt: commit.recordedAt });
    await appendAudit(
      tx,
      commit,
      locks.map(({ id, ...details }) => ({
        actor: `person:${by}`,
        action: "period.locked",
        subject: `period-lock:${id}`,
        details,
      })),
    );
    await tellChanged(tx, commit, open);
    return { ids: locks.map(({ id }) => id) };
  });
}

/** Lets values of a frozen period in again. Throws `lock-unknown`. */
export async function unlockPeriod(
  deps: Deps,
  { id, reason, by }: { id: string; reason: string; by: string },
): Promise<{ lifted: boolean }> {
  const at = deps.clock.now().toISOString();
  return await deps.store.write(async (tx) => {
    // Of two who lift it at once only one did.
    await lockCommits(tx);
    const lock = await findPeriodLock(tx, id);
    if (lock === null) throw malformed("id", id);
    if (lock.liftedAt !== null) return { lifted: false };
    if (reason.trim() === "") throw malformed("reason", reason);
    if (by.trim() === "") throw malformed("by", by);
    const commit = await tx.nextCommit(at);
    await liftPeriodLock(tx, { id, by, at: commit.recordedAt, reason });
    await appendAudit(tx, commit, [
      { actor: `person:${by}`, action: "period.unlocked", subject: `period-lock:${id}`, details: { reason } },
    ]);
    await tellChanged(tx, commit, [lock.indicator]);
    return { lifted: true };
  });
}

/** What was prepared before must be looked at again, and so must the screens that list locks. */
async function tellChanged(tx: WriteTx, commit: Commit, indicators: readonly string[]): Promise<void> {
  await markTermsChanged(tx, commit);
  const changed = Object.fromEntries(indicators.map((it) => [it, []]));
  await addToOutbox(tx, commit, [{ topic: "period-locks", payload: { changed } }]);
}

function lockedAlready({ id, lockedBy }: PeriodLock): DomainError {
  return new DomainError(
    "lock-double",
    { id, lockedBy },
    {
      vi: `Kỳ này đã được khóa ở đúng phạm vi đó, do ${lockedBy}.`,
      en: `This period is locked in just that scope already, by ${lockedBy}.`,
    },
  );
}

function malformed(field: string, got: string): DomainError {
  return new DomainError(
    "lock-malformed",
    { field, got: got.slice(0, 120) },
    {
      vi: `Không chốt được kỳ: "${got.slice(0, 120)}" không dùng được ở trường "${field}".`,
      en: `The period cannot be locked: "${got.slice(0, 120)}" cannot stand in "${field}".`,
    },
  );
}
