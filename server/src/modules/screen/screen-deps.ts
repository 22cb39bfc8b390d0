import { headCommit } from "@bochiso/db/repositories/commits";
import type { ReadStore } from "@bochiso/db/store";
import { sideBySide } from "@bochiso/db/writer";
import type { ScopeId } from "@bochiso/shared/screen";
import type { CatalogueCache } from "../../catalogue/catalogue-cache.ts";
import type { Clock } from "../../platform/clock.ts";
import { createSlices, pause, readInSlices } from "../../platform/slices.ts";
import { askedPeriod } from "./asked-period.ts";
import type { ScreenContext } from "./card-plan.ts";
import { resolveScope } from "./resolve-scope.ts";
import type { ScreenCache } from "./screen-cache.ts";
import type { DemoMode } from "./screen-world.ts";
import { worldOf } from "./world-of.ts";

/** What every screen query works with. */
export interface ScreenDeps {
  store: ReadStore;
  clock: Clock;
  catalogue: CatalogueCache;
  demo: DemoMode;
  cache: ScreenCache;
}

/** Which screen is asked for; `key` holds everything else its answer depends on. */
export interface ScreenRequest {
  kind: string;
  scope: ScopeId;
  period: string | null | undefined;
  key?: readonly (string | undefined)[];
}

/** Runs a screen query on one snapshot, once per sequence however many ask. */
export async function onSnapshot<T>(
  deps: ScreenDeps,
  request: ScreenRequest,
  work: (context: ScreenContext, commitSeq: number) => Promise<T>,
): Promise<T> {
  const { store, clock, cache, catalogue, demo } = deps;
  const asked = askedPeriod(request.period);
  const head = await store.read((tx) => headCommit(tx));
  const key = JSON.stringify([request.kind, request.scope, request.period ?? null, ...(request.key ?? [])]);
  return await cache.get(key, head.seq, () =>
    store.read(async (whole) => {
      // A screen takes some 20 ms to compute: who sends or asks for something else does not wait for all of it.
      const slices = createSlices(sideBySide);
      const tx = readInSlices(whole, slices);
      const { seq } = await headCommit(tx);
      const world = worldOf(await catalogue.current(tx), demo);
      const scope = resolveScope(world, request.scope);
      const answer = await work({ tx, world, scope, asked, now: clock.now().getTime(), slices }, seq);
      // Writing it as text is the next piece of work.
      await pause(slices);
      return answer;
    }),
  );
}
