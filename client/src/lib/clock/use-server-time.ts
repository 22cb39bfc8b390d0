import { useLive } from "../live/index.ts";
import { useNow } from "./use-now.ts";

/** The server's time in milliseconds, ticking; `resolution` as for `useNow`. */
export function useServerTime(resolution = 1_000): number {
  const offset = useLive((state) => Math.round(state.clockOffset / resolution) * resolution);
  return useNow(resolution) + offset;
}
