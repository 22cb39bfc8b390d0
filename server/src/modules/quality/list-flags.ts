import { countFlags, flagsByIds, listFlags } from "@bochiso/db/repositories/quality";
import { firstDay, lastDay, periodFromId } from "@bochiso/shared/period";
import type { QualityState } from "@bochiso/shared/quality";
import type { QualityFlagsModel } from "@bochiso/shared/screen";
import { flagRow } from "./flag-row.ts";
import type { QualityDeps } from "./quality-deps.ts";
import type { QualityFlagsInput } from "./quality-input.ts";
import { readFlagWorld } from "./read-flag-world.ts";

/** A page of flags, the newest first, with how many there are in each state. */
export async function listQualityFlags(deps: QualityDeps, input: QualityFlagsInput): Promise<QualityFlagsModel> {
  const { cursor, limit, states, month, ...named } = input;
  const filter = { ...named, ended: month === undefined ? undefined : monthDays(month) };
  return deps.store.read(async (tx) => {
    const around = await readFlagWorld(tx, deps);
    const [after] = cursor === undefined ? [] : await flagsByIds(tx, [cursor]);
    const found = await listFlags(tx, { ...filter, states }, { limit: limit + 1, after });
    const counts: Record<QualityState, number> = { open: 0, confirmed: 0, wrong: 0, resolved: 0 };
    for (const { state, flags } of await countFlags(tx, filter)) counts[state] += flags;
    const page = found.slice(0, limit);
    const wanted = states ?? (["open", "confirmed", "wrong", "resolved"] as const);
    return {
      rows: page.flatMap((flag) => flagRow(flag, around) ?? []),
      total: wanted.reduce((sum, state) => sum + counts[state], 0),
      counts,
      next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

/** The first and the last day of a month (ISO). */
function monthDays(month: string): { from: string; to: string } {
  const period = periodFromId(month, "month");
  return { from: firstDay(period), to: lastDay(period) };
}
