import { z } from "zod";
import type { MissingReason } from "./value.ts";

/** SDMX CL_OBS_STATUS as used here: A chính thức, P sơ bộ, E ước tính, F dự báo, M/O/L missing by reason. */
export const ObservationStatus = z.enum(["A", "P", "E", "F", "M", "O", "L"]);
export type ObservationStatus = z.infer<typeof ObservationStatus>;

/** Reason of absence that a missing status stands for. Source: SDMX CL_OBS_STATUS. */
export const MISSING_STATUS_REASON = {
  M: "cannot-exist",
  O: "missing",
  L: "not-collected",
} as const satisfies Partial<Record<ObservationStatus, MissingReason>>;

/** How firm a status is: A (3) over P (2) over E (1); others are not on the ladder. A value never moves down it. */
export const STATUS_RANK: Readonly<Partial<Record<ObservationStatus, number>>> = { A: 3, P: 2, E: 1 };

/** A forecast is less firm than any figure of what happened. */
const FIRMNESS: typeof STATUS_RANK = { ...STATUS_RANK, F: 0 };

/** The less firm of two statuses (A > P > E > F): what a value that stands on both is. Statuses of absence and null do not count. */
export function leastFirmStatus(a: ObservationStatus | null, b: ObservationStatus | null): ObservationStatus | null {
  const ofA = a === null ? undefined : FIRMNESS[a];
  const ofB = b === null ? undefined : FIRMNESS[b];
  if (ofA === undefined) return ofB === undefined ? null : b;
  return ofB === undefined || ofA <= ofB ? a : b;
}
