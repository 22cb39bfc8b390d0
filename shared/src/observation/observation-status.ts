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
