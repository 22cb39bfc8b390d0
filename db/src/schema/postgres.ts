import { postgresKit } from "../kit/index.ts";
import { createSchema } from "./create-schema.ts";

/** The tables of this dialect, each exported by name: that is how drizzle-kit finds them. */
export const {
  area,
  agency,
  unit,
  dimension,
  dimensionCode,
  indicator,
  definitionVersion,
  indicatorSet,
  indicatorGroup,
  groupIndicator,
  feed,
  feedScope,
  apiKey,
  submission,
  submissionRow,
  sequenceGap,
  heartbeat,
  series,
  observation,
  observationRevision,
  commitLog,
  commitCounter,
  outbox,
  auditEntry,
  meta,
  target,
  targetVersion,
} = createSchema(postgresKit);
