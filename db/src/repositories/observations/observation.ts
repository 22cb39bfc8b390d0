import type { CellWay } from "@bochiso/shared/graph";
import type { MissingReason, ObservationStatus, ValueErrorCode } from "@bochiso/shared/observation";

/** What a revision of a cell says. Exactly one of `value`, `missingReason`, `errorCode` is not null. */
export interface ObservationContent {
  readonly value: number | null;
  /** Exact decimal as sent; null for computed values. */
  readonly valueText: string | null;
  readonly status: ObservationStatus | null;
  readonly missingReason: MissingReason | null;
  readonly errorCode: ValueErrorCode | null;
  /** 1 = this revision takes the value back (`missingReason` is `retracted`). */
  readonly retracted: 0 | 1;
  readonly note: string | null;
  /** How a computed cell came about; null for reported ones and for those stored before it was kept. */
  readonly way: CellWay | null;
  readonly windowStart: string | null;
  readonly windowEnd: string | null;
  readonly baseYear: number | null;
  readonly coverageHave: number | null;
  readonly coverageOf: number | null;
  /** Share of the weight that the parts with a number have, 0–1. */
  readonly coverageWeight: number | null;
  /** Codes joined by one space. */
  readonly flags: string | null;
}

/** A cell: series and ordinal of the period within the series' period type. */
export interface CellKey {
  readonly seriesId: number;
  readonly ordinal: number;
}

/** A new revision to append; fields left out are null, `retracted` 0. */
export interface NewObservation extends CellKey, Partial<ObservationContent> {
  /** Revision read under the lock, 0 where the cell does not exist. Left out: it is looked up. */
  readonly previousRevision?: number;
}

/** A stored revision. `revision` counts from 1 within the cell. */
export interface Observation extends CellKey, ObservationContent {
  readonly revision: number;
  readonly commitSeq: number;
}

/** A superseded revision carries the commit that superseded it; the current one null. */
export interface HistoricObservation extends Observation {
  readonly supersededSeq: number | null;
}

/** Periods `from` to `to` (ordinals, inclusive) of a series. */
export interface SeriesRange {
  readonly seriesId: number;
  readonly from: number;
  readonly to: number;
}
