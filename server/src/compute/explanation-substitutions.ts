import type { CompiledFormula, Expression } from "@bochiso/shared/formula";
import { nests } from "@bochiso/shared/period";
import type { Substitution } from "@bochiso/shared/screen";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { CellToken } from "./cell-book.ts";
import type { NodeDraft } from "./explained-cell.ts";

interface Subject {
  readonly above: NodeDraft;
  readonly node: NodeDraft;
  /** The other origin of the same cell. */
  readonly beside: CellToken;
}

/** In what respects an operand stands in for what was asked, in the order a reader needs them. */
export function substitutionsOf(catalogue: Catalogue, subject: Subject): Substitution[] {
  return SUBSTITUTIONS.flatMap(([substitution, applies]) => (applies(catalogue, subject) ? [substitution] : []));
}

const SUBSTITUTIONS: readonly (readonly [Substitution, (catalogue: Catalogue, subject: Subject) => boolean])[] = [
  ["fallback", isFallback],
  ["published", (_catalogue, { node, beside }) => node.token?.origin === "reported" && beside !== null],
  ["computed", (_catalogue, { node, beside }) => node.token?.origin === "computed" && beside !== null],
  ["coarser-period", (_catalogue, { above, node }) => isCoarser(above, node)],
  ["former-unit", (_catalogue, { above }) => above.way === "carried" || above.way === "recast"],
];

/** A plan or a figure of the whole year beside months. A constant with a validity has no period to be coarser. */
function isCoarser(above: NodeDraft, node: NodeDraft): boolean {
  const [result, own] = [above.cell.period.type, node.cell.period.type];
  return own !== "static" && own !== result && nests(result, own);
}

function isFallback({ graph }: Catalogue, { above, node }: Subject): boolean {
  const formula = (above.own ?? graph.ruleOf.get(above.cell.indicator))?.formula;
  return above.way === "formula" && formula !== undefined && fallbacksOf(formula).has(node.cell.ref);
}

const KNOWN = new WeakMap<CompiledFormula, ReadonlySet<string>>();

/** The operands that a formula only reads where an argument of `coalesce` before them was empty, as written. */
function fallbacksOf(formula: CompiledFormula): ReadonlySet<string> {
  let known = KNOWN.get(formula);
  if (known === undefined) {
    const isLater = laterArguments(formula.ast, false);
    const first = new Set(formula.sites.filter((_site, index) => isLater[index] !== true).map(({ ref }) => ref));
    known = new Set(formula.sites.map(({ ref }) => ref).filter((ref) => !first.has(ref)));
    KNOWN.set(formula, known);
  }
  return known;
}

/** Of each reference, in the order written: whether it stands in a later argument of a `coalesce`. */
function laterArguments(expression: Expression, isLater: boolean): boolean[] {
  switch (expression.kind) {
    case "number":
    case "boolean":
      return [];
    case "reference":
      return [isLater];
    case "unary":
      return laterArguments(expression.operand, isLater);
    case "binary":
      return [...laterArguments(expression.left, isLater), ...laterArguments(expression.right, isLater)];
    case "call":
      return expression.arguments.flatMap((each, index) =>
        laterArguments(each, isLater || (expression.function === "coalesce" && index > 0)),
      );
  }
}
