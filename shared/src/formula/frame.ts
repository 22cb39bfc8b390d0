import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { Coverage } from "../observation/coverage.ts";
import type { ObservationStatus } from "../observation/observation-status.ts";
import type { AreaSpace, OperandSource, SeriesReadings, TracedOperand } from "./operand.ts";
import type { Result } from "./result.ts";

/** What is shared by all frames of one evaluation. */
export interface Run {
  /** Ordinal of the cell's own period. */
  ordinal: number;
  /** Whether an operand of the cell's own place and period had a value or an error. */
  ownPresent: boolean;
  /** The least firm status among the numbers read so far; null where none had one. */
  status: ObservationStatus | null;
  /** The least covered of the partial numbers read so far; null where every one is whole. */
  coverage: Coverage | null;
  /** Told of every reading, where an explanation is asked for. */
  readonly record: ((entry: Omit<TracedOperand, "token">) => void) | null;
}

/** Where a formula is evaluated: one area and breakdown, with the operand series opened so far. */
export interface Frame {
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly source: OperandSource;
  readonly space: AreaSpace;
  readonly run: Run;
  /** By reference index; null where the reference leads nowhere (no parent). */
  readonly opened: (OpenedSeries | null | undefined)[];
  /** Frames of the areas or codes below, by area code or breakdown key. */
  readonly below: Map<string, Frame>;
}

export interface OpenedSeries {
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly readings: SeriesReadings;
}

/** A compiled part of a formula: its result at a period of the type it was compiled for. */
export type Step = (frame: Frame, ordinal: number) => Result;

/** The same formula one place further: another area or breakdown in the same run. */
export function frameBelow(frame: Frame, area: AreaCode, breakdown: BreakdownKey): Frame {
  const key = `${area}|${breakdown}`;
  const known = frame.below.get(key);
  if (known !== undefined) return known;
  const { source, space, run } = frame;
  const below: Frame = { area, breakdown, source, space, run, opened: [], below: new Map() };
  frame.below.set(key, below);
  return below;
}
