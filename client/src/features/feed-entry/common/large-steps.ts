import type { EntryEffect, RowChange } from "@bochiso/shared/entry";

/** Rows so far from what is stored that the unit may be wrong. */
export function largeSteps({ changes }: Pick<EntryEffect, "changes">): RowChange[] {
  return changes.filter(({ change }) => change?.isLarge ?? false);
}
