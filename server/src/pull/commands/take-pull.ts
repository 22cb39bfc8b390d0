import { beginPullRun, changePullSource, endPullRun, takePullSource } from "@bochiso/db/repositories/pulls";
import type { Store, WriteTx } from "@bochiso/db/store";
import { pullFault } from "../pull-fault.ts";
import { lockedSource } from "./locked-source.ts";
import type { TakenPull, TakePullCommand } from "./pull-commands.ts";

/** Beside the time for the answer: until what it brought is stored. After that others may take the source. */
const STORING_MS = 15 * 60_000;

/** Takes a source for a run: of all processes one at a time. A run that a stopped process left open is closed. */
export async function takePull(
  { store }: { store: Store },
  { source: code, run, turn }: TakePullCommand,
): Promise<TakenPull> {
  return await store.write(async (tx) => {
    const source = await lockedSource(tx, code);
    const { limits } = source.config;
    const until = new Date(Date.parse(turn.now) + 1_000 * limits.timeoutSeconds + STORING_MS).toISOString();
    if (!(await takePullSource(tx, { source: code, run, until, turn }))) return null;
    if (source.run !== null) await closeLeftOver(tx, source.run, turn.now);
    await changePullSource(tx, code, { askedBy: null });
    await beginPullRun(tx, {
      id: run,
      source: code,
      version: source.version,
      trigger: source.askedBy === null ? "schedule" : "person",
      actor: source.askedBy ?? `pull:${code}`,
      startedAt: turn.now,
    });
    return source;
  });
}

/** Whoever had the source before ended without a word. */
async function closeLeftOver(tx: WriteTx, run: string, now: string): Promise<void> {
  const { code: faultCode, text } = pullFault("pull-interrupted");
  const fault = { faultCode, fault: text.en, faultVi: text.vi };
  await endPullRun(tx, run, { ...fault, endedAt: now, outcome: "interrupted", nextAt: now });
}
