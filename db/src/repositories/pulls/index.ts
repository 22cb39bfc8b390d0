export {
  beginPullRun,
  type EndedPullRun,
  endPullRun,
  lastFailedRun,
  listPullRuns,
  type PullRun,
  purgePullRuns,
} from "./pull-runs.ts";
export {
  changePullSource,
  duePullSources,
  failingPullSources,
  listPullSources,
  type PullSource,
  pullSourceByCode,
  savePullSource,
  type Turn,
  takePullSource,
} from "./pull-sources.ts";
