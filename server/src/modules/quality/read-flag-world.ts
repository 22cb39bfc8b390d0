import { listQualityRules } from "@bochiso/db/repositories/quality";
import type { ReadTx } from "@bochiso/db/store";
import { worldOf } from "../screen/world-of.ts";
import type { FlagWorld } from "./flag-row.ts";
import type { QualityDeps } from "./quality-deps.ts";

/** What flags are named by, in one snapshot. */
export async function readFlagWorld(
  tx: ReadTx,
  { catalogue: cache, demo }: Pick<QualityDeps, "catalogue" | "demo">,
): Promise<FlagWorld> {
  const catalogue = await cache.current(tx);
  const rules = new Map((await listQualityRules(tx)).map((rule) => [rule.code, rule]));
  return { feeds: catalogue.feeds, world: worldOf(catalogue, demo), rules };
}
