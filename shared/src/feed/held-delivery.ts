import type { PeriodType } from "../period/period-type.ts";

/** What a submission that waits for sign-off would deliver of an indicator's period. */
export interface HeldDelivery {
  readonly indicator: string;
  readonly periodType: PeriodType;
  readonly ordinal: number;
  /** Cells that nothing was stored in, and how many of them came after they were due. */
  readonly cells: number;
  readonly late: number;
}
