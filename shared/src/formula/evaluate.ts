import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { Coverage } from "../observation/coverage.ts";
import type { ObservationStatus } from "../observation/observation-status.ts";
import type { Value } from "../observation/value.ts";
import type { Expression } from "./ast.ts";
import { type CompiledFormula, compileFormula } from "./compile-formula.ts";
import type { FormulaDefinitions } from "./formula-definition.ts";
import type { Frame } from "./frame.ts";
import type {
  AreaSpace,
  EvaluatedCell,
  OperandQuery,
  OperandReading,
  OperandSource,
  TracedOperand,
} from "./operand.ts";
import { toValue } from "./result.ts";

/**
 * A computed value. `live`: whether the cell exists at all: it is a number, or some operand of its own
 * place and period has a value or an error (or, for an error, the formula reads no such operand).
 * `status`: of a number, the least firm status among the numbers it was computed from; else null.
 * `coverage`: of a number, the least covered of the numbers it was computed from where one is partial; else null.
 */
export interface Evaluation {
  readonly value: Value;
  readonly live: boolean;
  readonly status: ObservationStatus | null;
  readonly coverage: Coverage | null;
}

/** An evaluation with the operands as read, in order and without repeats. */
export interface TracedEvaluation<Token> extends Evaluation {
  readonly operands: readonly TracedOperand<Token>[];
}

/** A formula at one area and breakdown: its operand series stay open from period to period. */
export interface BoundFormula {
  at(ordinal: number): Evaluation;
}

/** Opens a formula for the cells of one series. Nothing is read before `at`. */
export function bindFormula(input: {
  formula: CompiledFormula;
  area: AreaCode;
  breakdown: BreakdownKey;
  source: OperandSource;
  space: AreaSpace;
}): BoundFormula {
  const { formula } = input;
  const frame = frameOf(input, null);
  return { at: (ordinal) => runFormula(formula, frame, ordinal) };
}

/**
 * Evaluates a formula for one cell. Pure: every operand comes from `read`; the same readings give the same
 * value on every machine. Throws `formula-not-checked` for formulas that `checkFormula` refuses.
 */
export function evaluate<Token>(input: {
  ast: Expression;
  cell: EvaluatedCell;
  definitions: FormulaDefinitions;
  read: (query: OperandQuery) => OperandReading<Token>;
  space?: AreaSpace;
}): TracedEvaluation<Token> {
  const { ast, cell, definitions, read, space = FLAT_SPACE } = input;
  const formula = compileFormula({ ast, periodType: cell.period.type, definitions });
  const source: OperandSource<Token> = {
    open: (series) => {
      const type = definitions.get(series.indicator)?.periodType ?? cell.period.type;
      return { at: (ordinal) => read({ ...series, period: { type, ordinal } }) };
    },
  };
  return traceFormula({ formula, cell, source, space });
}

/** Evaluates a compiled formula for one cell and tells what was read, for explanations. */
export function traceFormula<Token>(input: {
  formula: CompiledFormula;
  cell: EvaluatedCell;
  source: OperandSource<Token>;
  space: AreaSpace;
}): TracedEvaluation<Token> {
  const { formula, cell, source, space } = input;
  const operands = new Map<string, TracedOperand<Token>>();
  let latest: OperandReading<Token> | null = null;
  const watched: OperandSource<Token> = {
    open: (series) => {
      const readings = source.open(series);
      return {
        at: (ordinal) => {
          latest = readings.at(ordinal);
          return latest;
        },
      };
    },
  };
  const record = (entry: Omit<TracedOperand, "token">): void => {
    const { ref, indicator, area, breakdown, scenario, period } = entry;
    const key = [ref, indicator, area, breakdown, scenario, period.type, period.ordinal].join("|");
    if (latest !== null && !operands.has(key)) operands.set(key, { ...entry, token: latest.token });
  };
  const frame = frameOf({ area: cell.area, breakdown: cell.breakdown, source: watched, space }, record);
  const evaluation = runFormula(formula, frame, cell.period.ordinal);
  return { ...evaluation, operands: [...operands.values()] };
}

/** A country without levels: no parents, no parts. */
const FLAT_SPACE: AreaSpace = { parentOf: () => null, childrenOf: () => [], partsOf: () => null };

function frameOf(
  place: { area: AreaCode; breakdown: BreakdownKey; source: OperandSource; space: AreaSpace },
  record: Frame["run"]["record"],
): Frame {
  const { area, breakdown, source, space } = place;
  return {
    area,
    breakdown,
    source,
    space,
    run: { ordinal: 0, ownPresent: false, status: null, coverage: null, record },
    opened: [],
    below: new Map(),
  };
}

function runFormula(formula: CompiledFormula, frame: Frame, ordinal: number): Evaluation {
  const { run } = frame;
  run.ordinal = ordinal;
  run.ownPresent = false;
  run.status = null;
  run.coverage = null;
  const value = toValue(formula.step(frame, ordinal));
  const live = value.kind === "number" || run.ownPresent || (value.kind === "error" && !formula.readsOwn);
  const isNumber = value.kind === "number";
  return { value, live, status: isNumber ? run.status : null, coverage: isNumber ? run.coverage : null };
}
