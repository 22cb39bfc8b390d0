export { DEMO_UNTIL, demoBatches } from "./demo-batches.ts";
export { type DemoTargets, demoTargets } from "./demo-targets.ts";
