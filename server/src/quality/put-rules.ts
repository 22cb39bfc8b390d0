import { appendAudit } from "@bochiso/db/repositories/audit";
import { lockCommits } from "@bochiso/db/repositories/commits";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import { appendQualityRules, listQualityRules } from "@bochiso/db/repositories/quality";
import type { Store } from "@bochiso/db/store";
import { checkRule, QualityRule } from "@bochiso/shared/quality";
import type { Text } from "@bochiso/shared/text";
import type { CatalogueCache } from "../catalogue/catalogue-cache.ts";
import { markTermsChanged } from "../catalogue/catalogue-cache.ts";
import type { Clock } from "../platform/clock.ts";

/** Versions of rules to put in force, and who does it. */
export interface PutRulesCommand {
  /** As `QualityRule` of the domain; not looked into yet. */
  readonly rules: readonly unknown[];
  readonly actor: string;
  /** Why, for the audit. */
  readonly note?: string;
}

/** All versions were stored, or none and why. */
export type PutRulesOutcome =
  | { readonly kind: "stored"; readonly commitSeq: number }
  | { readonly kind: "refused"; readonly problems: readonly { readonly at: number; readonly text: Text }[] };

/**
 * Puts versions of rules in force in one audited write; each follows the stored one by exactly 1. What is stored already is
 * judged by them in the background.
 */
export async function putQualityRules(
  deps: { readonly store: Store; readonly catalogue: CatalogueCache; readonly clock: Clock },
  { rules, actor, note }: PutRulesCommand,
): Promise<PutRulesOutcome> {
  return deps.store.write(async (tx) => {
    await lockCommits(tx);
    const catalogue = await deps.catalogue.current(tx);
    const stored = new Map((await listQualityRules(tx)).map((rule) => [rule.code, rule]));
    const world = { ...catalogue, areas: new Set(catalogue.areas.keys()) };
    const problems: { at: number; text: Text }[] = [];
    const sound: QualityRule[] = [];
    for (const [at, given] of rules.entries()) {
      const parsed = QualityRule.safeParse(given);
      const texts = parsed.success
        ? [
            ...versionProblem(parsed.data, stored),
            ...(parsed.data.retired === true ? [] : checkRule(parsed.data, world)),
          ]
        : parsed.error.issues.map(({ path, message }) => same(`${path.join(".")}: ${message}`));
      for (const text of texts) problems.push({ at, text });
      if (parsed.success) {
        sound.push(parsed.data);
        stored.set(parsed.data.code, parsed.data);
      }
    }
    if (problems.length > 0) return { kind: "refused", problems };
    const commit = await tx.nextCommit(deps.clock.now().toISOString());
    await appendQualityRules(
      tx,
      commit,
      sound.map((rule) => ({ rule, author: actor })),
    );
    await markTermsChanged(tx, commit);
    await appendAudit(
      tx,
      commit,
      sound.map(({ code, version, indicator, retired }) => ({
        actor,
        action: retired === true ? "quality-rule.retired" : "quality-rule.put",
        subject: `quality-rule:${code}`,
        details: { version, indicator, ...(note === undefined ? {} : { note }) },
      })),
    );
    // Which rules watch an indicator stands on its page.
    const changed = Object.fromEntries(sound.map(({ indicator }) => [indicator, []]));
    await addToOutbox(tx, commit, [{ topic: "quality", payload: { changed } }]);
    return { kind: "stored", commitSeq: commit.seq };
  });
}

function versionProblem({ code, version, indicator }: QualityRule, stored: ReadonlyMap<string, QualityRule>): Text[] {
  const before = stored.get(code);
  const have = before?.version ?? 0;
  if (version !== have + 1) {
    return [
      {
        vi: `Phiên bản ${version} của quy tắc "${code}" không nối tiếp phiên bản hiện có (${have}).`,
        en: `Version ${version} of the rule "${code}" does not follow the stored version ${have}.`,
      },
    ];
  }
  if (before === undefined || before.indicator === indicator) return [];
  return [
    {
      vi: `Quy tắc "${code}" thuộc chỉ số ${before.indicator}; hãy đặt quy tắc mới cho chỉ số khác.`,
      en: `The rule "${code}" belongs to ${before.indicator}; make a new rule for another indicator.`,
    },
  ];
}

function same(text: string): Text {
  return { vi: text, en: text };
}
