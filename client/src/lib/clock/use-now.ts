import { useSyncExternalStore } from "react";
import { computerClock } from "./computer-clock.ts";

/** One timer for every running age on screen; nothing ticks while nobody looks. */
const listeners = new Set<() => void>();
let now = computerClock();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = computerClock();
    for (const tell of listeners) tell();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Milliseconds of this computer's clock, rounded down to `resolution` so that slow ages render seldom. */
export function useNow(resolution = 1_000): number {
  return useSyncExternalStore(subscribe, () => Math.floor(now / resolution) * resolution);
}
