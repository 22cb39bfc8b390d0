import {
  ChangeRuleInput,
  CreateRuleInput,
  QualityRulesInput,
  RulePreviewInput,
  RuleSubjectInput,
} from "@bochiso/shared/steward";
import { router } from "../../trpc/init.ts";
import { readProcedure } from "../../trpc/procedures.ts";
import {
  QualityFlagInput,
  QualityFlagsInput,
  QualityHeatInput,
  QualityReviewInput,
  QualityWindowInput,
} from "./quality-input.ts";

/** Chất lượng: flags, their review, scores of feeds, heat table, rules. Shapes: `quality-services.ts`. */
export const qualityRouter = router({
  flags: readProcedure.input(QualityFlagsInput).query(({ ctx, input }) => ctx.services.quality.flags(input)),
  flag: readProcedure.input(QualityFlagInput).query(({ ctx, input }) => ctx.services.quality.flag(input)),
  scores: readProcedure.input(QualityWindowInput).query(({ ctx, input }) => ctx.services.quality.scores(input)),
  heat: readProcedure.input(QualityHeatInput).query(({ ctx, input }) => ctx.services.quality.heat(input)),
  review: readProcedure.input(QualityReviewInput).mutation(({ ctx, input }) => ctx.services.quality.review(input)),
  rules: readProcedure.input(QualityRulesInput).query(({ ctx, input }) => ctx.services.quality.rules(input)),
  previewRule: readProcedure.input(RulePreviewInput).query(({ ctx, input }) => ctx.services.quality.previewRule(input)),
  ruleSubject: readProcedure.input(RuleSubjectInput).query(({ ctx, input }) => ctx.services.quality.ruleSubject(input)),
  createRule: readProcedure.input(CreateRuleInput).mutation(({ ctx, input }) => ctx.services.quality.createRule(input)),
  changeRule: readProcedure.input(ChangeRuleInput).mutation(({ ctx, input }) => ctx.services.quality.changeRule(input)),
});
