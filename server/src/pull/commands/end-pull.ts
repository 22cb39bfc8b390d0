import { recordHeartbeat } from "@bochiso/db/repositories/feeds";
import { changePullSource, endPullRun, type PullSource } from "@bochiso/db/repositories/pulls";
import type { Store, WriteTx } from "@bochiso/db/store";
import { backOffSeconds, nextPull, type PullOutcome } from "@bochiso/shared/pull";
import { lockedSource } from "./locked-source.ts";
import { noteChange } from "./note-change.ts";
import type { EndPullCommand } from "./pull-commands.ts";

/** Outcomes in which the source answered as agreed: a sign of life of its feed. */
const ANSWERED: ReadonlySet<PullOutcome> = new Set(["stored", "partial", "unchanged"]);

/**
 * Notes how a run ended and when the source is asked next. The log of runs is no figure: a run takes no commit number, but
 * that a source begins to fail, or recovers, is in the audit and on the screens at once.
 */
export async function endPull(
  { store }: { store: Store },
  command: EndPullCommand,
): Promise<{ nextAt: string | null }> {
  const { run, at, end } = command;
  return await store.write(async (tx) => {
    const source = await lockedSource(tx, command.source);
    const isOurs = source.run === run;
    const nextAt = isOurs ? nextAfter(source, command) : source.nextAt;
    await endPullRun(tx, run, { ...end, endedAt: at, nextAt });
    // Its time was over and somebody else has the source: what this run knows is old.
    if (isOurs) await release(tx, source, command, nextAt);
    return { nextAt };
  });
}

/** When it is asked next: what was asked for or changed meanwhile goes before the schedule. */
function nextAfter(source: PullSource, { version, at, end, chance, retryAfter }: EndPullCommand): string | null {
  if (!source.enabled) return null;
  if (source.version !== version) return source.nextAt;
  if (source.askedBy !== null || end.outcome === "interrupted") return at;
  if (end.outcome !== "failed") return nextPull(source.config.schedule, Date.parse(at));
  const seconds = backOffSeconds(source.failures + 1, chance, retryAfter);
  return new Date(Date.parse(at) + 1_000 * seconds).toISOString();
}

async function release(tx: WriteTx, source: PullSource, command: EndPullCommand, nextAt: string | null): Promise<void> {
  const { version, at, end, memory } = command;
  const { code, feed } = source;
  const isAnswer = end.outcome !== null && ANSWERED.has(end.outcome);
  const failures = isAnswer ? 0 : source.failures + (end.outcome === "failed" ? 1 : 0);
  await changePullSource(tx, code, {
    run: null,
    runBy: null,
    runUntil: null,
    nextAt,
    failures,
    ...(isAnswer ? { answeredAt: at } : {}),
    // What was learned with another configuration says nothing of this one.
    ...(memory !== null && source.version === version ? memory : {}),
  });
  if (isAnswer) await recordHeartbeat(tx, { feed, at, details: { pull: code } });
  const change = { feed, at, actor: `pull:${code}` };
  if (failures === 1 && source.failures === 0) {
    const details = { source: code, code: end.faultCode, fault: end.fault };
    await noteChange(tx, { ...change, action: "pull.failing", details });
  } else if (failures === 0 && source.failures > 0) {
    const details = { source: code, failures: source.failures };
    await noteChange(tx, { ...change, action: "pull.recovered", details });
  }
}
