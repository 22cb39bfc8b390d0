import type { OrdinalRange } from "../formula/ordinal-range.ts";
import { nestingOf, within } from "../formula/period-arithmetic.ts";
import type { PeriodType } from "../period/index.ts";
import type { OperandPath } from "./operand-path.ts";
import { resultsOf } from "./period-step.ts";

/** Which results read a changed period of an operand; answers are kept, since batches repeat the same few periods. */
export class ResultPeriods {
  readonly #path: OperandPath;
  readonly #known = new Map<string, Map<number, readonly OrdinalRange[]>>();

  constructor(path: OperandPath) {
    this.#path = path;
  }

  of(type: PeriodType, ordinal: number): readonly OrdinalRange[] {
    let ofType = this.#known.get(type);
    if (ofType === undefined) {
      ofType = new Map();
      this.#known.set(type, ofType);
    }
    let ranges = ofType.get(ordinal);
    if (ranges === undefined) {
      ranges = this.#compute(type, ordinal);
      ofType.set(ordinal, ranges);
    }
    return ranges;
  }

  #compute(type: PeriodType, ordinal: number): OrdinalRange[] {
    const read = inOperandType(type, ordinal, this.#path.operand.periodType);
    if (read === null) return [];
    return this.#path.paths.map((path) => resultsOf(path, read)).filter((range) => range !== null);
  }
}

/** An annual target answers the months of its year: the periods of the operand's own type that a changed one stands for. */
function inOperandType(type: PeriodType, ordinal: number, operand: PeriodType): OrdinalRange | null {
  if (type === operand) return { first: ordinal, last: ordinal };
  return nestingOf(operand, type) === "finer" ? within(type, ordinal, operand) : null;
}
