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

/** A period of an indicator to be frozen, in all areas where `area` is `*`. */
export interface LockPeriodInput {
  indicator: string;
  area: string;
  /** A period of any type: `2026` freezes its months and quarters too. */
  period: string;
  reason: string;
  /** Name and position as stated. */
  by: string;
}

/**
 * Freezes a period: pushed actual values of it are refused with `period-locked` until it is lifted. Throws
 * `lock-malformed`, and `lock-double` where the same period is frozen there already.
 */
export async function lockPeriod(deps: Deps, input: LockPeriodInput): Promise<{ id: string }> {
  const { indicator, area, reason, by } = input;
  const at = deps.clock.now().toISOString();
  const id = newId(deps.clock);
  await deps.store.write(async (tx) => {
    // Of two who lock it at once only one did.
    await lockCommits(tx);
    const catalogue = await deps.catalogue.current(tx);
    const parsed = parsePeriod(input.period);
    if (!parsed.ok || parsed.period.type === "static") throw malformed("period", input.period);
    if (!catalogue.definitions.has(indicator)) throw malformed("indicator", indicator);
    if (area !== "*" && !catalogue.areas.has(area)) throw malformed("area", area);
    if (reason.trim() === "") throw malformed("reason", reason);
    if (by.trim() === "") throw malformed("by", by);
    const days = { firstDay: firstDay(parsed.period), lastDay: lastDay(parsed.period) };
    const known = (await listPeriodLocks(tx)).find(
      (lock) =>
        lock.indicator === indicator &&
        lock.area === area &&
        lock.firstDay === days.firstDay &&
        lock.lastDay === days.lastDay,
    );
    if (known !== undefined) throw lockedAlready(known);
    const commit = await tx.nextCommit(at);
    await addPeriodLock(tx, { id, indicator, area, ...days, reason, lockedBy: by, lockedAt: commit.recordedAt });
    await appendAudit(tx, commit, [
      {
        actor: `person:${by}`,
        action: "period.locked",
        subject: `period-lock:${id}`,
        details: { indicator, area, ...days, reason },
      },
    ]);
    await tellChanged(tx, commit, indicator);
  });
  return { id };
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
    await tellChanged(tx, commit, lock.indicator);
    return { lifted: true };
  });
}

/** What was prepared before must be looked at again, and so must the screens that list locks. */
async function tellChanged(tx: WriteTx, commit: Commit, indicator: string): Promise<void> {
  await markTermsChanged(tx, commit);
  await addToOutbox(tx, commit, [{ topic: "period-locks", payload: { changed: { [indicator]: [] } } }]);
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
