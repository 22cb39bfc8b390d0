import type { Operation } from "./operation.ts";
import { CATALOGUE_OPERATIONS } from "./operations/catalogue.ts";
import { FEED_OPERATIONS } from "./operations/feeds.ts";
import { OBSERVATION_OPERATIONS } from "./operations/observations.ts";
import { SERVICE_OPERATIONS } from "./operations/service.ts";
import { SUBMISSION_OPERATIONS } from "./operations/submissions.ts";

/** Every operation of the wire contract, in the order of the document. */
export const OPERATIONS: readonly Operation[] = [
  ...SUBMISSION_OPERATIONS,
  ...OBSERVATION_OPERATIONS,
  ...FEED_OPERATIONS,
  ...CATALOGUE_OPERATIONS,
  ...SERVICE_OPERATIONS,
];
