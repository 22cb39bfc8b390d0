import { readMeta, writeMeta } from "@bochiso/db/repositories/meta";
import type { ReadTx, WriteTx } from "@bochiso/db/store";
import { z } from "zod";

const KEY = "qualityChecked";

/** Up to which rules everything stored was judged, and how far the one at hand got. */
const CheckedRules = z.object({
  /** Rule → fingerprint by which all its cells were judged. */
  rules: z.record(z.string(), z.string()).default({}),
  /** The rule at hand: after which of its series to go on. */
  at: z.object({ rule: z.string(), fingerprint: z.string(), series: z.number() }).nullable().default(null),
});
export type CheckedRules = z.infer<typeof CheckedRules>;

export async function readCheckedRules(tx: ReadTx): Promise<CheckedRules> {
  return CheckedRules.parse((await readMeta(tx, KEY)) ?? {});
}

export async function writeCheckedRules(tx: WriteTx, checked: CheckedRules): Promise<void> {
  await writeMeta(tx, KEY, checked);
}
