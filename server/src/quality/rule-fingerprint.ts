import { createHash } from "node:crypto";
import type { FormulaDefinitions } from "@bochiso/shared/formula";
import { parseFormula, referencesIn } from "@bochiso/shared/formula";
import { canonicalJson } from "@bochiso/shared/json";
import { type QualityRule, ruleFormula } from "@bochiso/shared/quality";
import type { Catalogue } from "../catalogue/catalogue.ts";

/** To be raised where the same rule says something else of the same cells than before. */
const METHOD = 1;

/** Identifies what a rule's flags stand on: the rule, and the definitions of everything it reads, however indirectly. */
export function ruleFingerprint(rule: QualityRule, { definitions }: Pick<Catalogue, "definitions">): string {
  const read = new Set<string>([rule.indicator]);
  const formula = ruleFormula(rule);
  if (formula !== null) follow(formula, definitions, read);
  const stands = [...read].sort().map((code) => definitions.get(code) ?? null);
  return createHash("sha256")
    .update(canonicalJson([METHOD, rule, stands]))
    .digest("hex")
    .slice(0, 24);
}

function follow(formula: string, definitions: FormulaDefinitions, read: Set<string>): void {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return;
  for (const { indicator } of referencesIn(parsed.ast)) {
    if (read.has(indicator)) continue;
    read.add(indicator);
    const own = definitions.get(indicator)?.formula ?? null;
    if (own !== null) follow(own, definitions, read);
  }
}
