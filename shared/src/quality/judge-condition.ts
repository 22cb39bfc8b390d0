import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import { bindFormula } from "../formula/evaluate.ts";
import type { AreaSpace, OperandSource } from "../formula/operand.ts";
import { broken, NOT_JUDGED, PASSED, type QualityFinding, type QualityVerdict } from "./quality-finding.ts";
import type { ConditionRule } from "./quality-graph.ts";

/** Where a condition is asked, and where its operands are read. */
export interface ConditionPlace {
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly source: OperandSource;
  readonly space: AreaSpace;
}

/** A condition opened at one area and breakdown. */
export interface BoundCondition {
  /** `subject` is the reported number of the rule's own cell. */
  judge(ordinal: number, subject: number): QualityVerdict;
}

/** Opens a condition for the cells of one series. An operand that is missing or in error: it says nothing. */
export function bindCondition({ node, sides }: ConditionRule, place: ConditionPlace): BoundCondition {
  const condition = bindFormula({ formula: node.formula, ...place });
  return {
    judge: (ordinal, subject) => {
      const { value } = condition.at(ordinal);
      if (value.kind !== "number") return NOT_JUDGED;
      if (value.value !== 0) return PASSED;
      const read = (formula: NonNullable<typeof sides>["left"]): number | null => {
        const side = bindFormula({ formula, ...place }).at(ordinal).value;
        return side.kind === "number" ? side.value : null;
      };
      if (sides === null) return broken({ got: subject, against: null, min: null, max: null });
      return broken(findingOf(read(sides.left) ?? subject, read(sides.right), sides.relation));
    },
  };
}

function findingOf(
  got: number,
  against: number | null,
  relation: NonNullable<ConditionRule["sides"]>["relation"],
): QualityFinding {
  if (against === null || relation === "other") return { got, against, min: null, max: null };
  if (typeof relation === "object")
    return { got, against, min: against - relation.within, max: against + relation.within };
  return {
    got,
    against,
    min: relation === "at-most" ? null : against,
    max: relation === "at-least" ? null : against,
  };
}
