import { AreaCode } from "../area/area-code.ts";
import { type BreakdownKey, breakdownKey, parseBreakdownKey } from "../breakdown/breakdown-key.ts";
import { DomainError } from "../errors/domain-error.ts";
import { leastCovered } from "../observation/coverage.ts";
import { leastFirmStatus } from "../observation/observation-status.ts";
import { type PeriodType, periodFromId } from "../period/index.ts";
import type { Reference } from "./ast.ts";
import { combineParts, type PartRule } from "./combine-parts.ts";
import type { FormulaDefinition } from "./formula-definition.ts";
import type { Frame, OpenedSeries, Step } from "./frame.ts";
import { containing, lastDayOf, type Nesting, nestingOf, within } from "./period-arithmetic.ts";
import { COMPARABILITY_BREAK, NOT_APPLICABLE, type Result } from "./result.ts";

/** One place of a formula where an operand is read. */
export interface ReferenceSite {
  readonly index: number;
  readonly reference: Reference;
  readonly operand: FormulaDefinition;
  /** The reference with what directly surrounds it, for traces. */
  readonly ref: string;
  /** Period type of the formula's result. */
  readonly resultType: PeriodType;
}

/** The breakdown an operand is read at: the cell's own with the selected dimensions put in place. */
export function operandBreakdown(reference: Reference, breakdown: BreakdownKey): BreakdownKey {
  if (reference.selection.length === 0) return breakdown;
  const selected = Object.fromEntries(reference.selection.map(({ dimension, code }) => [dimension, code]));
  return breakdownKey({ ...parseBreakdownKey(breakdown), ...selected });
}

/** Compiles a reference for evaluation at periods of a type. */
export function compileReference(site: ReferenceSite, at: PeriodType): Step {
  const { operand } = site;
  const read = compileReading(site);
  return CONVERSIONS[nestingOf(operand.periodType, at)](read, operand, at);
}

type Conversion = (read: Step, operand: FormulaDefinition, at: PeriodType) => Step;

const CONVERSIONS: Readonly<Record<Nesting, Conversion>> = {
  same: (read) => read,
  coarser: (read, operand, at) => (frame, ordinal) => read(frame, containing(at, ordinal, operand.periodType)),
  static: (read, _operand, at) => (frame, ordinal) => read(frame, lastDayOf(at, ordinal)),
  finer: (read, operand, at) => {
    const { time } = operand.aggregation;
    if (time === "last") return (frame, ordinal) => read(frame, within(at, ordinal, operand.periodType).last);
    if (time === "none" || time === "recompute") throw notChecked(operand.code, "time-rule-missing");
    return (frame, ordinal) => {
      const { first, last } = within(at, ordinal, operand.periodType);
      return overWindow(read, frame, first, last, time);
    };
  },
  none: (_read, operand) => {
    throw notChecked(operand.code, "period-not-nested");
  },
};

/** One number of a run of periods. */
export function overWindow(step: Step, frame: Frame, first: number, last: number, rule: PartRule): Result {
  const parts: Result[] = [];
  for (let ordinal = first; ordinal <= last; ordinal++) parts.push(step(frame, ordinal));
  return combineParts(parts, rule);
}

/** Reads at periods of the operand's own type; marks own presence, refuses across breaks, records the trace. */
function compileReading(site: ReferenceSite): Step {
  const { index, reference, operand, resultType } = site;
  const breaks = breaksOf(operand);
  const nesting = nestingOf(operand.periodType, resultType);
  const owns = readsOwnPlace(site);
  return (frame, ordinal) => {
    let opened = frame.opened[index];
    if (opened === undefined) {
      opened = openSeries(site, frame);
      frame.opened[index] = opened;
    }
    if (opened === null) return NOT_APPLICABLE;
    const reading = opened.readings.at(ordinal);
    const { run } = frame;
    const { value } = reading;
    if (run.record !== null) {
      const { area, breakdown } = opened;
      const period = reading.period ?? { type: operand.periodType, ordinal };
      run.record({
        ref: site.ref,
        indicator: operand.code,
        area,
        breakdown,
        scenario: reference.scenario,
        period,
        value,
      });
    }
    if (
      owns &&
      !run.ownPresent &&
      value.kind !== "missing" &&
      isOwnPeriod(nesting, resultType, run.ordinal, operand.periodType, ordinal)
    ) {
      run.ownPresent = true;
    }
    if (value.kind === "error") return value;
    // A break forbids the comparison whether or not the other side was ever sent.
    if (
      breaks.length > 0 &&
      crossesBreak(breaks, opened.area, ordinal, anchorOf(nesting, resultType, run.ordinal, operand))
    ) {
      return COMPARABILITY_BREAK;
    }
    if (value.kind === "missing") return value;
    run.status = leastFirmStatus(run.status, reading.status ?? null);
    if (reading.coverage) run.coverage = leastCovered(run.coverage, reading.coverage);
    return value.value;
  };
}

/** Whether a site can read the cell's own place and period: what decides that a derived cell exists. */
export function readsOwnPlace({
  reference,
  operand,
  resultType,
}: Pick<ReferenceSite, "reference" | "operand" | "resultType">): boolean {
  const nesting = nestingOf(operand.periodType, resultType);
  const own = reference.scenario === "actual" && reference.area.kind === "own";
  return own && (nesting === "same" || nesting === "finer") && reference.selection.every(({ code }) => code !== "_T");
}

function isOwnPeriod(
  nesting: Nesting,
  resultType: PeriodType,
  result: number,
  type: PeriodType,
  ordinal: number,
): boolean {
  return nesting === "same" ? ordinal === result : containing(type, ordinal, resultType) === result;
}

function openSeries({ reference, operand }: ReferenceSite, frame: Frame): OpenedSeries | null {
  const area = areaOf(reference, frame);
  if (area === null) return null;
  const breakdown = operandBreakdown(reference, frame.breakdown);
  const { scenario } = reference;
  return { area, breakdown, readings: frame.source.open({ indicator: operand.code, area, breakdown, scenario }) };
}

function areaOf(reference: Reference, frame: Frame): AreaCode | null {
  switch (reference.area.kind) {
    case "own":
      return frame.area;
    case "parent":
      return frame.space.parentOf(frame.area);
    case "fixed":
      return AreaCode.parse(reference.area.code);
  }
}

interface Break {
  readonly from: number;
  readonly areas: readonly string[] | undefined;
}

function breaksOf(operand: FormulaDefinition): readonly Break[] {
  if (operand.periodType === "static") return [];
  return operand.breaks.map(({ from, areas }) => ({ from: periodFromId(from, operand.periodType).ordinal, areas }));
}

/** Whether a reading and the result's place in the operand's own periods lie on different sides of a break. */
function crossesBreak(breaks: readonly Break[], area: string, ordinal: number, anchor: number): boolean {
  return breaks.some(
    ({ from, areas }) => ordinal < from !== anchor < from && (areas === undefined || areas.includes(area)),
  );
}

function anchorOf(nesting: Nesting, resultType: PeriodType, ordinal: number, operand: FormulaDefinition): number {
  if (nesting === "same") return ordinal;
  if (nesting === "coarser") return containing(resultType, ordinal, operand.periodType);
  return within(resultType, ordinal, operand.periodType).last;
}

/** A formula that `checkFormula` refuses was compiled. */
export function notChecked(name: string, code: string): DomainError {
  return new DomainError(
    "formula-not-checked",
    { name, code },
    { vi: `Công thức chưa qua kiểm tra: ${name} (${code}).`, en: `The formula was not checked: ${name} (${code}).` },
  );
}
