import { listQualityRules } from "@bochiso/db/repositories/quality";
import type { ReadTx } from "@bochiso/db/store";
import { DomainError } from "@bochiso/shared/errors";
import { type QualityRule, type QualitySeverity, VALUE_CHECKS } from "@bochiso/shared/quality";
import type { QualityRuleDraft } from "@bochiso/shared/steward";
import type { Text } from "@bochiso/shared/text";

/** The version of a rule that a steward saw, as stored. Throws `rule-unknown`, `rule-changed`. */
export async function ruleAsSeen(tx: ReadTx, { code, seen }: QualityRuleDraft): Promise<QualityRule> {
  const stored = (await listQualityRules(tx)).find((rule) => rule.code === code);
  if (stored === undefined) {
    throw new DomainError(
      "rule-unknown",
      { code },
      { vi: `Không có quy tắc "${code}".`, en: `There is no rule "${code}".` },
    );
  }
  if (stored.version !== seen) throw ruleChanged(code, { have: stored.version, got: seen });
  return stored;
}

/** Somebody else changed the rule meanwhile. */
export function ruleChanged(code: string, facts: { have: number; got: number }): DomainError {
  return new DomainError(
    "rule-changed",
    { code, ...facts },
    {
      vi: "Quy tắc đã có phiên bản khác từ khi mở; hãy tải lại rồi sửa.",
      en: "The rule has another version since it was opened; load it again, then change it.",
    },
  );
}

/** The next version of a rule as drafted; `basis` null: thresholds come from where they came from before. */
export function nextRule(stored: QualityRule, draft: QualityRuleDraft, basis: Text | null): QualityRule {
  const { retired: _, ...kept } = stored;
  const { check, severity } = draft;
  const next = { ...kept, version: stored.version + 1, check, severity, basis: basis ?? stored.basis };
  return { ...next, review: "reviewed", ...(draft.retired ? { retired: true as const } : {}) };
}

/** Why a draft cannot follow the stored rule, beside what `checkRule` says; empty where it can. */
export function draftProblems(stored: QualityRule, { check, severity }: QualityRuleDraft): Text[] {
  const problems: Text[] = [];
  if (check.kind !== stored.check.kind)
    problems.push({
      vi: "Loại quy tắc không đổi được; hãy tắt quy tắc này và đặt quy tắc mới.",
      en: "The kind of a rule cannot change; turn this one off and make another.",
    });
  if (!severitiesOf(stored).includes(severity)) problems.push(WRONG_SEVERITY);
  return problems;
}

/** Why a severity is not one of its kind of rule. */
export const WRONG_SEVERITY: Text = {
  vi: "Quy tắc về việc gửi chỉ có mức “về việc gửi”; quy tắc về số liệu thì không.",
  en: "A rule about deliveries is of the severity “delivery” only, a rule about figures is not.",
};

/** What a rule of its kind may weigh. */
export function severitiesOf({ check }: Pick<QualityRule, "check">): readonly QualitySeverity[] {
  return VALUE_CHECKS.has(check.kind) ? ["error", "warning"] : ["notice"];
}
