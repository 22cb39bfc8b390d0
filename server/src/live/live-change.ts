import type { OutboxEntry } from "@bochiso/db/repositories/outbox";
import type { LiveChange } from "@bochiso/shared/screen";
import { z } from "zod";

/** What the writer puts into the outbox about changed cells: indicator → areas, inputs and derived alike. */
const ChangedCells = z.object({ changed: z.record(z.string(), z.array(z.string())) });

/** The live change of every commit, in order; entries that are not about values are left out. */
export function liveChanges(entries: readonly OutboxEntry[]): LiveChange[] {
  const bySeq = new Map<number, Map<string, Set<string>>>();
  for (const { commitSeq, payload } of entries) {
    const parsed = ChangedCells.safeParse(payload);
    if (!parsed.success) continue;
    const changed = bySeq.get(commitSeq) ?? new Map<string, Set<string>>();
    bySeq.set(commitSeq, changed);
    for (const [indicator, areas] of Object.entries(parsed.data.changed)) {
      const known = changed.get(indicator) ?? new Set<string>();
      changed.set(indicator, known);
      for (const area of areas) known.add(area);
    }
  }
  return [...bySeq].map(([seq, changed]) => ({
    kind: "change",
    seq,
    changed: Object.fromEntries([...changed].map(([indicator, areas]) => [indicator, [...areas]])),
  }));
}
