import { appendQualityRules, listQualityRules } from "@bochiso/db/repositories/quality";
import type { Commit, WriteTx } from "@bochiso/db/store";
import type { QualityRule } from "@bochiso/shared/quality";
import { loadCatalogue } from "../catalogue/load-catalogue.ts";
import { writeCheckedRules } from "./checked-rules.ts";
import { ruleBook } from "./rule-book.ts";
import { ruleFingerprint } from "./rule-fingerprint.ts";

/** Adds the rules a system starts with; those it knows stay as stewards left them. In a new system nothing is to be judged yet. */
export async function seedQualityRules(tx: WriteTx, commit: Commit, rules: readonly QualityRule[]): Promise<number> {
  const known = new Set((await listQualityRules(tx)).map(({ code }) => code));
  const added = rules.filter(({ code }) => !known.has(code));
  await appendQualityRules(
    tx,
    commit,
    added.map((rule) => ({ rule, author: "seed" })),
  );
  if (commit.seq === 1) {
    const catalogue = await loadCatalogue(tx, "fresh");
    const inForce = [...ruleBook(added, catalogue).rules.values()];
    const checked = inForce.map((rule) => [rule.code, ruleFingerprint(rule, catalogue)] as const);
    await writeCheckedRules(tx, { rules: Object.fromEntries(checked), at: null });
  }
  return added.length;
}
