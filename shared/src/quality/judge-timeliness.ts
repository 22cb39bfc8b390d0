import { parseInstant } from "../period/instant.ts";
import { broken, NOT_JUDGED, PASSED, type QualityVerdict } from "./quality-finding.ts";

/** Whether a delivery was first received by the moment it was due (ISO instants); null where either is unknown. */
export function judgeTimeliness(dueAt: string | null, receivedAt: string | null): QualityVerdict {
  const due = dueAt === null ? null : parseInstant(dueAt);
  const received = receivedAt === null ? null : parseInstant(receivedAt);
  if (dueAt === null || receivedAt === null || due === null || received === null) return NOT_JUDGED;
  if (received <= due) return PASSED;
  return broken({ got: null, against: null, min: null, max: null, dueAt, receivedAt });
}
