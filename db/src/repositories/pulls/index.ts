export {
  beginPullRun,
  type EndedPullRun,
  endPullRun,
  listPullRuns,
  type PullRun,
  purgePullRuns,
} from "./pull-runs.ts";
export {
  changePullSource,
  duePullSources,
  listPullSources,
  type PullSource,
  pullSourceByCode,
  savePullSource,
  type Turn,
  takePullSource,
} from "./pull-sources.ts";
