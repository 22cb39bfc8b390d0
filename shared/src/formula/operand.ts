import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { IndicatorCode } from "../indicator/indicator.ts";
import type { Coverage } from "../observation/coverage.ts";
import type { ObservationStatus } from "../observation/observation-status.ts";
import type { Origin, Scenario } from "../observation/scenario.ts";
import type { Value } from "../observation/value.ts";
import type { Period } from "../period/period.ts";

/** A series as formulas address it; which origin answers is the reader's rule (reported where there is one, else computed). */
export interface SeriesAddress {
  readonly indicator: IndicatorCode;
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly scenario: Scenario;
}

/**
 * One operand asked for. The period has the operand's own type. For a `static` operand the ordinal is
 * a day: the answer is the value whose validity starts last on or before that day.
 */
export interface OperandQuery extends SeriesAddress {
  readonly period: Period;
}

/** The answer: a value, where it comes from (opaque to the evaluator), and the period that answered where it is another one. */
export interface OperandReading<Token = unknown> {
  readonly value: Value;
  readonly token: Token;
  /** Whether a feed sent it or a formula computed it; absent where there is nothing. */
  readonly origin?: Origin;
  /** The absence a feed told of the same cell, where a computed value answers instead. */
  readonly reported?: OperandReading<Token>;
  /** How firm the value is; what is computed from it is no firmer. */
  readonly status?: ObservationStatus | null;
  /** What a computed value stands on; what is computed from it is covered no better. */
  readonly coverage?: Coverage | null;
  /** Set where another period answered: an annual target for a month, the start of a static validity. */
  readonly period?: Period;
}

/** The readings of one series by period ordinal (see `OperandQuery.period` for static series). */
export interface SeriesReadings<Token = unknown> {
  at(ordinal: number): OperandReading<Token>;
}

/** Where operands are read. Opening is done once for a series, then read by ordinal. */
export interface OperandSource<Token = unknown> {
  open(series: SeriesAddress): SeriesReadings<Token>;
}

/** The shape of the country as formulas need it (`@parent`, `sum(x over area)`, `rank(x)`). */
export interface AreaSpace {
  /** The area directly above in the administrative order (a province's is `VN`), null at the top. */
  parentOf(area: AreaCode): AreaCode | null;
  /** The areas directly below that are in force at the period (null = ever), in code order, without simulated ones. */
  childrenOf(area: AreaCode, period: Period | null): readonly AreaCode[];
  /** The codes of a dimension that together make its total for an indicator; null where no such list is declared. */
  partsOf(dimension: string, indicator: IndicatorCode): readonly string[] | null;
}

/** The cell a formula is evaluated for; its period has the definition's period type. */
export interface EvaluatedCell {
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly period: Period;
}

/** One operand as read, in evaluation order; enough to explain and to replay. */
export interface TracedOperand<Token = unknown> extends OperandQuery {
  /** The reference with the time and `over` functions directly around it, as written in the formula. */
  readonly ref: string;
  readonly value: Value;
  readonly token: Token;
}
