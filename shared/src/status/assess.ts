import { assessDirection, type DirectionInputs } from "./change-direction.ts";
import { assessRange, assessThresholdBands, type RangeInputs, type ThresholdBandsInputs } from "./limits.ts";
import { assessPlanCompletion, type PlanCompletionInputs } from "./plan-completion.ts";
import { assessRequiredGrowth, type RequiredGrowthInputs } from "./required-growth.ts";
import type { StatusAssessment } from "./status-assessment.ts";
import type {
  DirectionParams,
  PlanCompletionParams,
  RangeParams,
  RequiredGrowthParams,
  ThresholdBandsParams,
} from "./status-rule.ts";

/** A method with its version, its parameters (defaults of domain.md where left out) and its inputs. */
export type StatusCall =
  | {
      readonly method: "plan-completion";
      readonly version: 1;
      readonly params?: Partial<PlanCompletionParams>;
      readonly inputs: PlanCompletionInputs;
    }
  | {
      readonly method: "threshold-bands";
      readonly version: 1;
      readonly params: ThresholdBandsParams;
      readonly inputs: ThresholdBandsInputs;
    }
  | {
      readonly method: "range";
      readonly version: 1;
      readonly params?: Partial<RangeParams>;
      readonly inputs: RangeInputs;
    }
  | {
      readonly method: "required-growth";
      readonly version: 1;
      readonly params?: Partial<RequiredGrowthParams>;
      readonly inputs: RequiredGrowthInputs;
    }
  | {
      readonly method: "direction";
      readonly version: 1;
      readonly params?: Partial<DirectionParams>;
      readonly inputs: DirectionInputs;
    };

/** The status of a value by a named, versioned method, with every input, threshold and the reason. Pure: equal calls, equal answers. */
export function assess(call: StatusCall): StatusAssessment {
  switch (call.method) {
    case "plan-completion":
      return assessPlanCompletion(call.inputs, call.params);
    case "threshold-bands":
      return assessThresholdBands(call.inputs, call.params);
    case "range":
      return assessRange(call.inputs, call.params);
    case "required-growth":
      return assessRequiredGrowth(call.inputs, call.params);
    case "direction":
      return assessDirection(call.inputs, call.params);
  }
}
