export { computerClock } from "./computer-clock.ts";
export { useNow } from "./use-now.ts";
export { useServerTime } from "./use-server-time.ts";
