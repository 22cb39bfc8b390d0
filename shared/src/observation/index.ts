export { type Coverage, isPartialCoverage, leastCovered } from "./coverage.ts";
export { leastFirmStatus, MISSING_STATUS_REASON, ObservationStatus, STATUS_RANK } from "./observation-status.ts";
export { Origin, Scenario } from "./scenario.ts";
export {
  type ErrorValue,
  errorValue,
  MISSING_REASONS,
  type MissingReason,
  type MissingValue,
  missingValue,
  type NumberValue,
  numberValue,
  VALUE_ERROR_CODES,
  type Value,
  type ValueErrorCode,
} from "./value.ts";
