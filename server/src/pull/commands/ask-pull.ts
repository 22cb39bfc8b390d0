import { changePullSource } from "@bochiso/db/repositories/pulls";
import type { Store } from "@bochiso/db/store";
import { pullFault } from "../pull-fault.ts";
import { lockedSource } from "./locked-source.ts";
import { noteChange } from "./note-change.ts";
import type { AskPullCommand } from "./pull-commands.ts";

/**
 * Has a source asked out of turn: whoever looks for work next takes it, after the run under way where there is one. Throws
 * `pull-unknown`, `pull-not-enabled`.
 */
export async function askPull(
  { store }: { store: Store },
  { source: code, at, actor }: AskPullCommand,
): Promise<{ source: string }> {
  return await store.write(async (tx) => {
    const { feed, enabled } = await lockedSource(tx, code);
    if (!enabled) throw pullFault("pull-not-enabled", { source: code });
    await changePullSource(tx, code, { nextAt: at, askedBy: actor });
    await noteChange(tx, { feed, at, actor, action: "pull.asked", details: { source: code } });
    return { source: code };
  });
}
