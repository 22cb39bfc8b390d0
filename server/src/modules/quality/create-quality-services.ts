import { changeQualityRule } from "./change-rule.ts";
import { createQualityRule } from "./create-rule.ts";
import { getQualityFlag } from "./get-flag.ts";
import { getQualityHeat } from "./get-heat.ts";
import { getRuleSubject } from "./get-rule-subject.ts";
import { getQualityScores } from "./get-scores.ts";
import { listQualityFlags } from "./list-flags.ts";
import { listRules } from "./list-rules.ts";
import { previewRule } from "./preview-rule.ts";
import type { QualityDeps } from "./quality-deps.ts";
import type { QualityServices } from "./quality-services.ts";
import { reviewQualityFlag } from "./review-flag.ts";

/** The screens of quality over the store and the writer of an instance. */
export function createQualityServices(deps: QualityDeps): QualityServices {
  return {
    flags: (input) => listQualityFlags(deps, input),
    flag: (input) => getQualityFlag(deps, input),
    scores: (input) => getQualityScores(deps, input),
    heat: (input) => getQualityHeat(deps, input),
    review: (input) => reviewQualityFlag(deps, input),
    rules: (input) => listRules(deps, input),
    previewRule: (input) => previewRule(deps, input),
    ruleSubject: (input) => getRuleSubject(deps, input),
    createRule: (input) => createQualityRule(deps, input),
    changeRule: (input) => changeQualityRule(deps, input),
  };
}
