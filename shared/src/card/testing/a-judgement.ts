import type { IndicatorDefinition } from "../../indicator/indicator.ts";
import { type Judgement, ruleOf } from "../judgement.ts";
import { aDefinition } from "./a-definition.ts";

/** How a card without a target is judged: by the rule of its definition. */
export function aJudgement(
  definition: IndicatorDefinition = aDefinition(),
  changes: Partial<Judgement> = {},
): Judgement {
  return { target: null, rule: ruleOf(definition, changes.target ?? null), history: new Map(), breaks: [], ...changes };
}
