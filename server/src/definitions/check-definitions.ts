import { DomainError } from "@bochiso/shared/errors";
import { checkCycle, checkFormula, nearestName, parseFormula, referencesIn } from "@bochiso/shared/formula";
import { buildGraph } from "@bochiso/shared/graph";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Text } from "@bochiso/shared/text";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { type DefinitionProblem, formulaProblem, problem } from "./definition-problem.ts";
import { replaced } from "./with-definitions.ts";

/**
 * What is wrong with definitions that are to replace those in force, all of it at once: names, formulas, cycles, and
 * formulas of others that a changed definition would break. `beside` are those of other open changes.
 */
export function checkDefinitions(
  catalogue: Catalogue,
  changed: readonly IndicatorDefinition[],
  beside: readonly IndicatorDefinition[] = [],
): DefinitionProblem[] {
  const definitions = replaced(replaced(catalogue.definitions, beside), changed);
  const kept = changed.filter(({ retired }) => !retired);
  const own = kept.flatMap((definition) => [
    ...checkAttributes(catalogue, definitions, definition),
    ...checkMethod(catalogue, definitions, definition),
  ]);
  const problems = [...own, ...checkUsers(catalogue, definitions, changed)];
  return problems.length > 0 ? problems : checkGraph(catalogue, definitions);
}

type Definitions = ReadonlyMap<string, IndicatorDefinition>;

function checkAttributes(
  { units, agencies, dimensions }: Catalogue,
  definitions: Definitions,
  { code, unit, responsibleAgency, breakdowns, aggregation, formula, method }: IndicatorDefinition,
): DefinitionProblem[] {
  const { area, time, weight } = aggregation;
  const problems: DefinitionProblem[] = [];
  const named = (field: string, what: Text, name: string, known: ReadonlyMap<string, unknown>): void => {
    if (!known.has(name)) problems.push(unknown(code, field, what, name, known.keys()));
  };
  named("unit", { vi: "đơn vị đo lường", en: "unit" }, unit, units);
  named("responsibleAgency", { vi: "cơ quan", en: "agency" }, responsibleAgency, agencies);
  for (const [at, { dimension }] of breakdowns.entries())
    named(`breakdowns.${at}.dimension`, { vi: "phân tổ", en: "breakdown" }, dimension, dimensions);
  if (method.vi.trim() === "") problems.push(problem(code, "method", "method-missing", METHOD_MISSING));
  if (area === "weighted") named("aggregation.weight", { vi: "chỉ số", en: "indicator" }, weight ?? "", definitions);
  if (formula === null && (area === "recompute" || time === "recompute"))
    problems.push(problem(code, "aggregation", "formula-missing", FORMULA_MISSING));
  return problems;
}

const METHOD_MISSING = { vi: "Chưa có phương pháp tính.", en: "There is no method of calculation." };
const FORMULA_MISSING = {
  vi: "Quy tắc tổng hợp “recompute” cần có công thức.",
  en: "The aggregation rule “recompute” needs a formula.",
};

function unknown(
  indicator: string,
  field: string,
  what: Text,
  name: string,
  known: Iterable<string>,
): DefinitionProblem {
  const nearest = nearestName(name, known);
  const hint = nearest === null ? { vi: "", en: "" } : { vi: ` Gần nhất: ${nearest}.`, en: ` Nearest: ${nearest}.` };
  const text = { vi: `Không có ${what.vi} “${name}”.${hint.vi}`, en: `There is no ${what.en} “${name}”.${hint.en}` };
  return problem(indicator, field, "name-unknown", text, nearest);
}

/** What is wrong with the formula of a definition among the others. */
function checkMethod(
  { dimensions, areas }: Catalogue,
  definitions: Definitions,
  definition: IndicatorDefinition,
): DefinitionProblem[] {
  const { code, formula } = definition;
  if (formula === null) return [];
  const parsed = parseFormula(formula);
  if (!parsed.ok) return parsed.problems.map((it) => formulaProblem(code, it));
  const { ast } = parsed;
  const check = checkFormula({ ast, definition, definitions, dimensions, areas: new Set(areas.keys()) });
  const found = check.ok ? [] : [...check.problems];
  const cycle = checkCycle({ code, ast, definitions });
  return [...found, ...(cycle === null ? [] : [cycle])].map((it) => formulaProblem(code, it));
}

/** Definitions that stay as they are but use a changed one: what would be wrong with them is a fault of the change. */
function checkUsers(
  catalogue: Catalogue,
  definitions: Definitions,
  changed: readonly IndicatorDefinition[],
): DefinitionProblem[] {
  const codes = new Set(changed.map(({ code }) => String(code)));
  const retired = new Set(changed.filter((it) => it.retired).map(({ code }) => String(code)));
  const problems: DefinitionProblem[] = [];
  for (const user of definitions.values()) {
    if (codes.has(user.code)) continue;
    const used = usedBy(user).filter((code) => codes.has(code));
    for (const code of used.filter((it) => retired.has(it))) problems.push(inUse(code, user.code));
    if (used.length === 0 || used.some((code) => retired.has(code))) continue;
    // What was wrong with it before is no fault of this change.
    const before = new Set(checkMethod(catalogue, catalogue.definitions, user).map(placeOf));
    const broken = checkMethod(catalogue, definitions, user).filter((it) => !before.has(placeOf(it)));
    for (const { text, ...found } of broken) problems.push({ ...found, text: brokenUser(user.code, text) });
  }
  return problems;
}

function placeOf({ code, position }: DefinitionProblem): string {
  return `${code} ${position?.start}`;
}

/** The indicators that a definition names: in its formula and as its weight. */
function usedBy({ formula, aggregation }: IndicatorDefinition): string[] {
  const parsed = formula === null ? null : parseFormula(formula);
  const named = parsed?.ok ? referencesIn(parsed.ast).map(({ indicator }) => indicator) : [];
  return [...new Set([...named, ...(aggregation.weight === undefined ? [] : [aggregation.weight])])];
}

function inUse(code: string, user: string): DefinitionProblem {
  return problem(code, "retired", "indicator-in-use", {
    vi: `Chưa thể dừng chỉ số ${code}: công thức của ${user} đang dùng.`,
    en: `The indicator ${code} cannot be retired: the formula of ${user} uses it.`,
  });
}

function brokenUser(user: string, { vi, en }: Text): Text {
  return {
    vi: `Thay đổi này làm sai công thức của ${user}: ${vi}`,
    en: `This change breaks the formula of ${user}: ${en}`,
  };
}

/** Last, what only shows over all definitions together, such as a cycle through weights. */
function checkGraph(catalogue: Catalogue, definitions: Definitions): DefinitionProblem[] {
  try {
    buildGraph(definitions, { aggregation: catalogue.graph.aggregation?.places });
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { indicator } = error.facts;
    return [problem(typeof indicator === "string" ? indicator : null, "formula", error.code, error.text)];
  }
}
