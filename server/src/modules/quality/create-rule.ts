import type { CreateRuleInput } from "@bochiso/shared/steward";
import { personActor } from "../feeds/key-actions.ts";
import { indicatorOf } from "../screen/indicator-of.ts";
import { worldOf } from "../screen/world-of.ts";
import { putRule, type RuleWriter, ruleRefused } from "./change-rule.ts";
import { newRule } from "./new-rule.ts";
import type { QualityDeps } from "./quality-deps.ts";

/** Makes a rule; what is stored is judged by it in the background. Throws `indicator-unknown`, `rule-refused`. */
export async function createQualityRule(
  deps: Pick<QualityDeps, "store" | "catalogue" | "demo"> & { readonly writer: RuleWriter },
  { basis, note, by, ...draft }: CreateRuleInput,
): Promise<{ code: string; version: number }> {
  const { rule, problems } = await deps.store.read(async (tx) => {
    const world = worldOf(await deps.catalogue.current(tx), deps.demo);
    const definition = indicatorOf(world, draft.indicator);
    return newRule(tx, { draft, definition, basis: { vi: basis, en: basis } });
  });
  const [problem] = problems;
  if (problem !== undefined) throw ruleRefused(rule.code, problem);
  return putRule(deps, { rule, note, actor: personActor(by) });
}
