import { AreaCode } from "../../area/index.ts";
import type { Dimension } from "../../breakdown/index.ts";
import { breakdownKey } from "../../breakdown/index.ts";
import { IndicatorCode } from "../../indicator/index.ts";
import { errorValue, type MissingReason, missingValue, numberValue, type Value } from "../../observation/index.ts";
import { type Period, parsePeriod, periodId } from "../../period/index.ts";
import { checkFormula } from "../check-formula.ts";
import { evaluate, type TracedEvaluation } from "../evaluate.ts";
import type { FormulaDefinition } from "../formula-definition.ts";
import type { FormulaProblem } from "../formula-problem.ts";
import type { AreaSpace } from "../operand.ts";
import { parseFormula } from "../parse-formula.ts";

type DefinitionFields = Partial<Omit<FormulaDefinition, "code" | "breakdowns">> & { by?: readonly string[] };

/** A definition for tests; `by` lists dimensions, `!` marks a required one. Months in billion dong unless told. */
export function aDefinition(code: string, { by = [], ...fields }: DefinitionFields = {}): FormulaDefinition {
  return {
    code: IndicatorCode.parse(code),
    unit: "bn_vnd",
    periodType: "month",
    accumulation: "flow",
    formula: null,
    breakdowns: by.map((name) => ({ dimension: name.replace("!", ""), required: name.endsWith("!") })),
    aggregation: { area: "sum", time: "sum" },
    breaks: [],
    direction: "higher",
    ...fields,
  };
}

/** Definitions by code. */
export function definitionsOf(...definitions: FormulaDefinition[]): Map<string, FormulaDefinition> {
  return new Map(definitions.map((definition) => [definition.code, definition]));
}

/** A dimension for tests; no codes = open. */
export function aDimension(id: string, ...codes: string[]): Dimension {
  const named = codes.map((code) => ({ code, name: { vi: code, en: code } }));
  return { id, name: { vi: id, en: id }, open: codes.length === 0, codes: named };
}

/** The period of an id that is known to be good. */
export function aPeriod(id: string): Period {
  const parsed = parsePeriod(id);
  if (!parsed.ok) throw new Error(`not a period: ${id}`);
  return parsed.period;
}

/** What a cell holds in tests: a number, `missing:<reason>`, or `error`. */
export type CellContent = number | `missing:${MissingReason}` | "error";

function valueFor(content: CellContent | undefined): Value {
  if (content === undefined) return missingValue("not-reported");
  if (typeof content === "number") return numberValue(content);
  if (content === "error") return errorValue("division-by-zero");
  const reason = content.slice("missing:".length);
  return { kind: "missing", reason: reason === "retracted" ? "retracted" : "not-collected" };
}

/** Country with provinces 01, 02, 03. */
export const THREE_PROVINCES: AreaSpace = {
  parentOf: (area) => (area === "VN" ? null : AreaCode.parse("VN")),
  childrenOf: (area) => (area === "VN" ? ["01", "02", "03"].map((code) => AreaCode.parse(code)) : []),
  partsOf: (dimension) => (dimension === "ownership" ? ["domestic", "FDI"] : null),
};

/**
 * Evaluates a formula at a place over cells keyed `code@area[breakdown]:scenario/period`, where `@VN`, no breakdown
 * and `:actual` are left out.
 */
export function evaluateAt(
  formula: string,
  period: string,
  cells: Readonly<Record<string, CellContent>>,
  world: { definitions: Map<string, FormulaDefinition>; area?: string; breakdown?: Record<string, string> },
): TracedEvaluation<string> {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.text.en ?? "faulty");
  return evaluate({
    ast: parsed.ast,
    cell: {
      area: AreaCode.parse(world.area ?? "VN"),
      breakdown: breakdownKey(world.breakdown ?? {}),
      period: aPeriod(period),
    },
    definitions: world.definitions,
    space: THREE_PROVINCES,
    read: ({ indicator, area, breakdown, scenario, period: read }) => {
      const place = `${area === "VN" ? "" : `@${area}`}${breakdown === "" ? "" : `[${breakdown}]`}`;
      const key = `${indicator}${place}${scenario === "actual" ? "" : `:${scenario}`}/${periodId(read)}`;
      return { value: valueFor(cells[key]), token: key };
    },
  });
}

/** The problems of a formula, of its text or of its meaning. */
export function problemsOf(
  formula: string,
  world: {
    definition: FormulaDefinition;
    definitions: Map<string, FormulaDefinition>;
    dimensions: Map<string, Dimension>;
    areas?: Set<string>;
  },
): readonly FormulaProblem[] {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return parsed.problems;
  const check = checkFormula({ ast: parsed.ast, ...world });
  return check.ok ? [] : check.problems;
}
