import { listQualityRules } from "@bochiso/db/repositories/quality";
import type { ReadTx } from "@bochiso/db/store";
import {
  buildQualityGraph,
  type CheckOf,
  checkRule,
  type QualityCheckKind,
  type QualityGraph,
  type QualityRule,
} from "@bochiso/shared/quality";
import type { Catalogue } from "../catalogue/catalogue.ts";

/** A rule whose check is of some kinds. */
export type RuleOf<Kind extends QualityCheckKind> = QualityRule & { readonly check: CheckOf<Kind> };
/** Rules about a number and its own series. */
export type SeriesRule = RuleOf<"range" | "change" | "magnitude">;

/** The rules in force with everything derived from them. Immutable: a new version of the catalogue has a new one. */
export interface RuleBook {
  /** By code, those in force. */
  readonly rules: ReadonlyMap<string, QualityRule>;
  /** By indicator. */
  readonly ofSeries: ReadonlyMap<string, readonly SeriesRule[]>;
  readonly ofCompleteness: ReadonlyMap<string, readonly RuleOf<"completeness">[]>;
  readonly ofTimeliness: ReadonlyMap<string, readonly RuleOf<"timeliness">[]>;
  /** Sums of parts and expressions. */
  readonly conditions: QualityGraph;
}

const books = new WeakMap<Catalogue, RuleBook>();

/** The rules in force beside a catalogue, read once per version of it: whoever changes rules marks the catalogue as changed. */
export async function ruleBookOf(tx: ReadTx, catalogue: Catalogue): Promise<RuleBook> {
  const known = books.get(catalogue);
  if (known !== undefined) return known;
  const book = ruleBook(await listQualityRules(tx), catalogue);
  books.set(catalogue, book);
  return book;
}

/** The book of some rules. Retired ones, and those that definitions have left behind, are out of force. */
export function ruleBook(stored: readonly QualityRule[], catalogue: Catalogue): RuleBook {
  const world = {
    definitions: catalogue.definitions,
    dimensions: catalogue.dimensions,
    areas: new Set(catalogue.areas.keys()),
  };
  const rules = stored.filter((rule) => rule.retired !== true && checkRule(rule, world).length === 0);
  const inForce = new Map(rules.map((rule) => [rule.code, rule]));
  return {
    rules: inForce,
    ofSeries: byIndicator(
      rules.filter((rule) => isOf(rule, "range") || isOf(rule, "change") || isOf(rule, "magnitude")),
    ),
    ofCompleteness: byIndicator(rules.filter((rule) => isOf(rule, "completeness"))),
    ofTimeliness: byIndicator(rules.filter((rule) => isOf(rule, "timeliness"))),
    conditions: buildQualityGraph(
      rules.filter((rule) => isOf(rule, "sum-of-parts") || isOf(rule, "expression")),
      catalogue.definitions,
    ),
  };
}

/** Whether a rule is asked of a cell. */
export function isAsked({ areas, breakdowns }: QualityRule, area: string, breakdown: string): boolean {
  return (areas === null || areas.some((it) => it === area)) && (breakdowns === null || breakdowns.includes(breakdown));
}

function isOf<Kind extends QualityCheckKind>(rule: QualityRule, kind: Kind): rule is RuleOf<Kind> {
  return rule.check.kind === kind;
}

function byIndicator<R extends QualityRule>(rules: readonly R[]): Map<string, R[]> {
  return Map.groupBy(rules, (rule) => String(rule.indicator));
}
