export { DEMO_UNTIL, demoBatches } from "./demo-batches.ts";
