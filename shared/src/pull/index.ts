export { backOffSeconds } from "./back-off.ts";
export { nextPull } from "./next-pull.ts";
export {
  PullConfig,
  type PullFormat,
  type PullLimits,
  type PullSecret,
  PullSourceFile,
} from "./pull-config.ts";
export { PullListInput, PullPreviewInput, PullRunInput, PullSwitchInput } from "./pull-inputs.ts";
export type { PullColumn, PullPeriod, PullPeriodFormat, PullRow, PullUnit, PullValue } from "./pull-mapping.ts";
export type {
  PullListModel,
  PullOutcome,
  PullPreview,
  PullRecordError,
  PullRunLine,
  PullSourceModel,
  PullState,
} from "./pull-models.ts";
export type { PullSchedule } from "./pull-schedule.ts";
