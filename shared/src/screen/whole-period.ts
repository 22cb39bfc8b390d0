import type { CardChange } from "./card.ts";

/** What a period of the trend stands on that was aggregated from the indicator's own periods. */
export interface WholePeriod {
  /** Own periods with a number, of those in it. */
  have: number;
  of: number;
  /** Whether it was not over when the screen was made: it is not compared with complete ones. */
  running: boolean;
  /** Whether its number stands on a part of it only, which the definition must allow. */
  partial: boolean;
  /** On the same period of last year; null where the definition declares no such comparison or the period is not whole. */
  growth: CardChange | null;
}
