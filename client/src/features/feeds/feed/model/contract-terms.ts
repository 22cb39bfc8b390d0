import type { FeedContract } from "@bochiso/shared/feed";
import { PERIOD_TYPE_WORDS } from "@bochiso/shared/i18n";
import { canonicalJson } from "@bochiso/shared/json";
import type { Language } from "@bochiso/shared/text";
import { dueRuleText } from "../../common/due-rule-text.ts";
import { contractWords } from "../contract-words.ts";

/** One term of a contract in words. */
export interface ContractTerm {
  readonly name: string;
  readonly told: readonly string[];
}

/** A contract term by term. */
export function contractTerms(contract: FeedContract, language: Language): ContractTerm[] {
  const t = contractWords[language];
  const yes = (agreed: boolean) => (agreed ? "yes" : "no");
  const heartbeat = contract.heartbeatMinutes === null ? t.noHeartbeat : t.heartbeatOf(contract.heartbeatMinutes);
  const schedule = contract.schedule.map(
    ({ periodType, rule }) => `${t.of(PERIOD_TYPE_WORDS[periodType][language])}: ${dueRuleText(rule, language)}`,
  );
  return [
    { name: t.active, told: [t.activeOf[yes(contract.active)]] },
    { name: t.signOff, told: [t.signOffOf[yes(contract.requireSignOff)]] },
    { name: t.gap, told: [t.gapOf[contract.gapPolicy]] },
    { name: t.digest, told: [t.digestOf[yes(contract.requireDigest)]] },
    { name: t.heartbeat, told: [heartbeat] },
    { name: t.schedule, told: schedule.length === 0 ? [t.noSchedule] : schedule },
  ];
}

/** The terms that read otherwise in another contract: before, and now. */
export function changedTerms(
  before: FeedContract,
  now: FeedContract,
  language: Language,
): { readonly name: string; readonly before: string; readonly now: string }[] {
  const told = ({ told: texts }: ContractTerm): string => texts.join("; ");
  const earlier = contractTerms(before, language);
  return contractTerms(now, language).flatMap((term, index) => {
    const was = earlier[index];
    if (was === undefined || told(was) === told(term)) return [];
    return [{ name: term.name, before: told(was), now: told(term) }];
  });
}

export function isSameContract(one: FeedContract, other: FeedContract): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
