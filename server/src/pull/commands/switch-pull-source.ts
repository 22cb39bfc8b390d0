import { changePullSource } from "@bochiso/db/repositories/pulls";
import type { Store } from "@bochiso/db/store";
import { lockedSource } from "./locked-source.ts";
import { noteChange } from "./note-change.ts";
import type { SwitchPullCommand } from "./pull-commands.ts";

/** Has a source asked by its schedule, the first time at once, or no more. What it is already stays. Throws `pull-unknown`. */
export async function switchPullSource(
  { store }: { store: Store },
  { source: code, enabled, reason, at, actor }: SwitchPullCommand,
): Promise<{ enabled: boolean }> {
  return await store.write(async (tx) => {
    const source = await lockedSource(tx, code);
    if (source.enabled === enabled) return { enabled };
    await changePullSource(tx, code, { enabled, nextAt: enabled ? at : null, askedBy: null, failures: 0 });
    const action = enabled ? "pull.switched-on" : "pull.switched-off";
    await noteChange(tx, { feed: source.feed, at, actor, action, details: { source: code, reason } });
    return { enabled };
  });
}
