export { type CommitSource, commitSources } from "./commit-sources.ts";
export { firstPeriods } from "./first-periods.ts";
