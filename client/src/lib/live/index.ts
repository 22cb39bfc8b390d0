export { connectLive } from "./connect-live.ts";
export { connectionWords } from "./connection-words.ts";
export { LiveContext, useLive, usePause } from "./live-context.tsx";
export { createLiveStore, heldCount, type LiveStore } from "./live-store.ts";
export { areaOfScope } from "./touches.ts";
