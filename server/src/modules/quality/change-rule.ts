import { DomainError } from "@bochiso/shared/errors";
import type { QualityRule } from "@bochiso/shared/quality";
import type { ChangeRuleInput } from "@bochiso/shared/steward";
import type { Text } from "@bochiso/shared/text";
import type { PutRulesCommand, PutRulesOutcome } from "../../quality/put-rules.ts";
import { personActor } from "../feeds/key-actions.ts";
import { draftProblems, nextRule, ruleAsSeen } from "./next-rule.ts";
import type { QualityDeps } from "./quality-deps.ts";

/** Where rules are put in force. */
export interface RuleWriter {
  execute(command: { name: "put-quality-rules"; input: PutRulesCommand }): Promise<PutRulesOutcome>;
}

/** Puts the next version of a rule in force. Throws `rule-unknown`, `rule-changed`, `rule-refused`. */
export async function changeQualityRule(
  { store, writer }: Pick<QualityDeps, "store"> & { readonly writer: RuleWriter },
  { basis, note, by, ...draft }: ChangeRuleInput,
): Promise<{ code: string; version: number }> {
  const stored = await store.read((tx) => ruleAsSeen(tx, draft));
  const [problem] = draftProblems(stored, draft);
  if (problem !== undefined) throw ruleRefused(draft.code, problem);
  const rule = nextRule(stored, draft, basisOf(stored, basis));
  return putRule({ writer }, { rule, note, actor: personActor(by) });
}

/** Puts a version of a rule in force. Throws `rule-refused`. */
export async function putRule(
  { writer }: { readonly writer: RuleWriter },
  { rule, note, actor }: { readonly rule: QualityRule; readonly note: string; readonly actor: string },
): Promise<{ code: string; version: number }> {
  const outcome = await writer.execute({ name: "put-quality-rules", input: { rules: [rule], actor, note } });
  if (outcome.kind === "refused") throw ruleRefused(rule.code, outcome.problems[0]?.text ?? UNREADABLE);
  return { code: rule.code, version: rule.version };
}

/** A basis left as it was keeps both its languages; one that was typed stands in both as typed. */
function basisOf({ basis }: QualityRule, typed: string): Text | null {
  return typed === basis.vi || typed === basis.en ? null : { vi: typed, en: typed };
}

const UNREADABLE: Text = { vi: "Quy tắc không đọc được.", en: "The rule cannot be read." };

/** Why a rule cannot be in force. */
export function ruleRefused(code: string, text: Text): DomainError {
  return new DomainError("rule-refused", { code }, text);
}
