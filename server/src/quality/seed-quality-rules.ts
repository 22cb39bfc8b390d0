import { appendQualityRules, listAuthoredRules } from "@bochiso/db/repositories/quality";
import type { Commit, WriteTx } from "@bochiso/db/store";
import { canonicalJson } from "@bochiso/shared/json";
import type { QualityRule } from "@bochiso/shared/quality";
import { loadCatalogue } from "../catalogue/load-catalogue.ts";
import { writeCheckedRules } from "./checked-rules.ts";
import { ruleBook } from "./rule-book.ts";
import { ruleFingerprint } from "./rule-fingerprint.ts";

const AUTHOR = "seed";

/**
 * Adds the rules of a release, and puts in force as the next version what it says otherwise of a rule that no steward has
 * touched; all others stay as stewards left them. In a new system nothing is to be judged yet. Tells how many were written.
 */
export async function seedQualityRules(tx: WriteTx, commit: Commit, rules: readonly QualityRule[]): Promise<number> {
  const known = new Map((await listAuthoredRules(tx)).map((it) => [it.rule.code, it]));
  const added = rules.flatMap((rule) => {
    const before = known.get(rule.code);
    if (before === undefined) return rule;
    const next = { ...rule, version: before.rule.version };
    if (before.author !== AUTHOR || canonicalJson(next) === canonicalJson(before.rule)) return [];
    return { ...next, version: next.version + 1 };
  });
  await appendQualityRules(
    tx,
    commit,
    added.map((rule) => ({ rule, author: AUTHOR })),
  );
  if (commit.seq === 1) {
    const catalogue = await loadCatalogue(tx, "fresh");
    const inForce = [...ruleBook(added, catalogue).rules.values()];
    const checked = inForce.map((rule) => [rule.code, ruleFingerprint(rule, catalogue)] as const);
    await writeCheckedRules(tx, { rules: Object.fromEntries(checked), at: null });
  }
  return added.length;
}
