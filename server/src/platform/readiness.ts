/** Where an instance stands in its life. */
export type LifeState = "starting" | "ready" | "stopping";

/** Told by the composition root, asked by the health edge. */
export interface Readiness {
  state(): LifeState;
  set(state: LifeState): void;
}

export function createReadiness(): Readiness {
  let current: LifeState = "starting";
  return {
    state: () => current,
    set: (state) => {
      current = state;
    },
  };
}
