export { appendTargetVersions } from "./append-target-versions.ts";
export { listTargets, targetVersions } from "./list-targets.ts";
export type { NewTargetVersion, StoredTarget } from "./stored-target.ts";
