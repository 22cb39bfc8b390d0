import type { Origin, Scenario } from "@bochiso/shared/observation";
import type { PeriodType } from "@bochiso/shared/period";

/** What identifies a series. Codes are canonical texts of `shared`. */
export interface SeriesKey {
  readonly indicator: string;
  readonly area: string;
  /** `breakdownKey(…)` of shared; the empty text is the total. */
  readonly breakdownKey: string;
  readonly scenario: Scenario;
  readonly periodType: PeriodType;
  readonly origin: Origin;
}

/** A stored series: its key and its number, which never changes. */
export interface Series extends SeriesKey {
  readonly id: number;
}
