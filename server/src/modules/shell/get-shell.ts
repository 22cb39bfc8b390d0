import { headCommit } from "@bochiso/db/repositories/commits";
import type { IndicatorSet } from "@bochiso/seed/catalogue";
import type { ScopeOption, ShellModel } from "@bochiso/shared/screen";
import { resolveScope } from "../screen/resolve-scope.ts";
import type { ScreenDeps } from "../screen/screen-deps.ts";
import type { ScreenWorld } from "../screen/screen-world.ts";
import { worldOf } from "../screen/world-of.ts";

/** What the shell needs once: the scopes in official order, the mode, the clocks. */
export async function getShell({
  deps,
  version,
  readOnly,
}: {
  deps: ScreenDeps;
  version: string;
  readOnly: boolean;
}): Promise<ShellModel> {
  const { head, world } = await deps.store.read(async (tx) => ({
    head: await headCommit(tx),
    world: worldOf(await deps.catalogue.current(tx), deps.demo),
  }));
  return {
    scopes: [...world.sets.values()].map((set) => scopeOption(world, set)),
    demoMode: world.demo,
    version,
    readOnly,
    serverTime: deps.clock.now().toISOString(),
    commitSeq: head.seq,
  };
}

/** Provinces go by their short names, which keep the prefix that avoids a person's name. */
function scopeOption(world: ScreenWorld, set: IndicatorSet): ScopeOption {
  const scope = resolveScope(world, set.scope);
  const area = set.level === "province" ? world.areas.get(scope.area) : undefined;
  return {
    id: scope.id,
    level: scope.level,
    name: area?.name ?? scope.name,
    simulated: scope.simulated,
    region: area?.region ?? null,
  };
}
