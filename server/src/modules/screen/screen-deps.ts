import { headCommit } from "@bochiso/db/repositories/commits";
import type { ReadStore } from "@bochiso/db/store";
import type { ScopeId } from "@bochiso/shared/screen";
import type { Clock } from "../../platform/clock.ts";
import { askedPeriod } from "./asked-period.ts";
import { loadScreenWorld } from "./load-world.ts";
import { resolveScope } from "./resolve-scope.ts";
import type { ScreenContext } from "./scope-reading.ts";
import type { ScreenCache } from "./screen-cache.ts";
import type { DemoMode, ScreenWorld } from "./screen-world.ts";

/** What every screen query works with. */
export interface ScreenDeps {
  store: ReadStore;
  clock: Clock;
  cache: ScreenCache;
  worlds: WorldSource;
}

/** The catalogue of the screens, loaded once and again after `reset`. */
export interface WorldSource {
  get(): Promise<ScreenWorld>;
  /** The catalogue changed: load it anew for the next screen. */
  reset(): void;
}

/** Loads the catalogue on first use. */
export function createWorldSource(store: ReadStore, demo: DemoMode): WorldSource {
  let world: Promise<ScreenWorld> | null = null;
  return {
    get() {
      world ??= store.read((tx) => loadScreenWorld(tx, demo));
      world.catch(() => {
        world = null;
      });
      return world;
    },
    reset() {
      world = null;
    },
  };
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
  const { store, clock, cache, worlds } = deps;
  const asked = askedPeriod(request.period);
  const world = await worlds.get();
  const scope = resolveScope(world, request.scope);
  const head = await store.read((tx) => headCommit(tx));
  const key = JSON.stringify([request.kind, request.scope, request.period ?? null, ...(request.key ?? [])]);
  return await cache.get(key, head.seq, () =>
    store.read(async (tx) => {
      const { seq } = await headCommit(tx);
      return await work({ tx, world, scope, asked, now: clock.now().getTime() }, seq);
    }),
  );
}
