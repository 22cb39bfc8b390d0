import { describe, expect, it } from "vitest";
import { FORMULA_PROBLEM_CODES, type FormulaProblemCode } from "./formula-problem.ts";
import { aDefinition, aDimension, definitionsOf, problemsOf } from "./testing/index.ts";

const definitions = definitionsOf(
  aDefinition("t.money", { by: ["ownership", "sector"] }),
  aDefinition("t.more", { by: ["ownership"] }),
  aDefinition("t.usd", { unit: "musd" }),
  aDefinition("t.trillions", { unit: "mvnd" }),
  aDefinition("t.people", { unit: "persons" }),
  aDefinition("t.kpeople", { unit: "kpersons" }),
  aDefinition("t.tasks", { unit: "tasks", accumulation: "stock", aggregation: { area: "sum", time: "last" } }),
  aDefinition("t.documents", { unit: "documents" }),
  aDefinition("t.rate", { unit: "pct", accumulation: "rate", aggregation: { area: "recompute", time: "recompute" } }),
  aDefinition("t.index", { unit: "index_pct", accumulation: "index", aggregation: { area: "none", time: "none" } }),
  aDefinition("t.level", { unit: "state", accumulation: "stock", aggregation: { area: "max", time: "max" } }),
  aDefinition("t.moment", { unit: "timestamp", accumulation: "event", aggregation: { area: "none", time: "last" } }),
  aDefinition("t.ytd", { accumulation: "ytd", aggregation: { area: "sum", time: "last" } }),
  aDefinition("t.daily", { periodType: "day" }),
  aDefinition("t.daily_rate", {
    periodType: "day",
    unit: "pct",
    accumulation: "rate",
    aggregation: { area: "none", time: "none" },
  }),
  aDefinition("t.weekly", { periodType: "week" }),
  aDefinition("t.yearly", { periodType: "year" }),
  aDefinition("t.fixed", { periodType: "static", accumulation: "stock" }),
  aDefinition("t.deaths", { unit: "persons", accumulation: "event", by: ["event!"] }),
  aDefinition("t.result", { by: ["ownership"] }),
  aDefinition("t.percent", { unit: "pct", accumulation: "rate" }),
);
const dimensions = new Map(
  [
    aDimension("ownership", "domestic", "FDI"),
    aDimension("sector"),
    aDimension("event"),
    aDimension("sex", "M", "F"),
  ].map((d) => [d.id, d]),
);
const areas = new Set(["VN", "01", "vn63:24"]);

/** Formula, code of its first problem, what stands at the problem, nearest name where one is told. */
type Row = readonly [formula: string, code: FormulaProblemCode, at: string, nearest?: string];

const MONEY: readonly Row[] = [
  ["", "formula-empty", ""],
  ["   \n ", "formula-empty", ""],
  [`t.money + ${"t.money + ".repeat(250)}t.money`, "formula-too-long", ""],
  [`${"(".repeat(60)}t.money${")".repeat(60)}`, "formula-too-deep", "("],
  [`1${"+1".repeat(400)}`, "formula-too-large", "+"],
  ["t.money × 2", "character-unknown", "×", "*"],
  ["t.money − t.more", "character-unknown", "−", "-"],
  ["max(t.money; 0)", "character-unknown", ";", ","],
  ["t.money # 2", "character-unknown", "#"],
  ['t.money[ownership="FDI]', "text-unclosed", '"FDI]'],
  ["2x * t.money", "number-malformed", "2x"],
  ["1.2.3 * t.money", "number-malformed", "1.2.3"],
  ["1e999 * t.money", "number-malformed", "1e999"],
  ["= t.money + t.more", "leading-equals", "="],
  ["t.money t.more", "token-unexpected", "t.more"],
  ["t.money AND t.more", "token-unexpected", "AND", "and"],
  ["t.money * * 2", "token-unexpected", "*"],
  ["t.money)", "token-unexpected", ")"],
  ["ytd + t.money", "token-unexpected", "ytd"],
  ["t.money[=FDI]", "token-unexpected", "="],
  ["t.money +", "end-unexpected", ""],
  ["not", "end-unexpected", ""],
  ["(t.money + t.more", "bracket-unclosed", "("],
  ["ytd(t.money", "bracket-unclosed", "("],
  ["t.money[ownership=FDI", "bracket-unclosed", "["],
  ["if(1 < t.money < 5, t.money, t.more)", "comparison-chained", "<"],
  ["ytdd(t.money)", "function-unknown", "ytdd", "ytd"],
  ["IF(t.money > 0, t.money, t.more)", "function-unknown", "IF", "if"],
  ["average(t.money)", "function-unknown", "average", "rollingMean"],
  ["avg(t.money)", "function-unknown", "avg", "rollingMean"],
  ["t.money * 1.234,5", "number-malformed", "1.234,5", "1234.5"],
  ["1,5 + t.money", "number-malformed", "1,5", "1.5"],
  ["t.money + 1.234.567", "number-malformed", "1.234.567", "1234567"],
  ["t.money + 1.234.567,8", "number-malformed", "1.234.567,8", "1234567.8"],
  ["lag(t.money)", "argument-count", "lag(t.money)"],
  ["ytd(t.money, 2)", "argument-count", "ytd(t.money, 2)"],
  ["coalesce(t.money)", "argument-count", "coalesce(t.money)"],
  ["ytd(t.money over area)", "over-not-allowed", "area"],
  ["sum(t.money)", "over-missing", "sum(t.money)"],
  ["t.money[ownership=FDI, ownership=domestic]", "selector-repeated", "ownership"],
  ["t.money@VN@01", "selector-repeated", "@"],
  ["t.money:plann", "scenario-unknown", "plann", "plan"],
  ["t.money@hanoi", "area-malformed", "hanoi"],
  ["t.money@", "area-malformed", "@"],
  ["t.mony", "indicator-unknown", "t.mony", "t.money"],
  ["t.money + revenue", "indicator-unknown", "revenue"],
  ["t.money + t.money@02", "area-unknown", "02", "01"],
  ["t.money[owership=FDI]", "dimension-unknown", "owership=FDI", "ownership"],
  ["t.money[sex=M]", "dimension-not-in-operand", "sex=M"],
  ["t.money[ownership=FDII]", "code-unknown", "ownership=FDII", "FDI"],
  ["sum(t.money over gender)", "dimension-unknown", "gender"],
  ["sum(t.money over sex)", "dimension-not-in-operand", "sex"],
  ["sum(t.money@VN over area)", "operand-not-own", "t.money@VN"],
  ["t.money@VN", "operand-not-own", "t.money@VN"],
  ["t.result + t.money", "self-reference", "t.result"],
  ["t.money + (t.more > 0)", "type-mismatch", "t.more > 0"],
  ["t.money and true", "type-mismatch", "t.money"],
  ["if(t.money, t.money, t.more)", "type-mismatch", "t.money"],
  ["if(t.money > 0, t.money, true)", "type-mismatch", "true"],
  ["not t.money", "type-mismatch", "t.money"],
  ["t.money > 0", "result-not-number", "t.money > 0"],
  ["isMissing(t.money)", "result-not-number", "isMissing(t.money)"],
  ["lag(t.money, 1.5)", "literal-required", "1.5"],
  ["lag(t.money, t.more)", "literal-required", "t.more"],
  ["rollingSum(t.money, 0)", "literal-required", "0"],
  ["round(t.money, 99)", "literal-required", "99"],
  ["t.money + t.usd", "unit-mismatch", "t.money + t.usd"],
  ["t.money + t.people", "unit-mismatch", "t.money + t.people"],
  ["t.tasks + t.documents", "unit-mismatch", "t.tasks + t.documents"],
  ["t.money + 5", "unit-mismatch", "t.money + 5"],
  ["max(t.money, t.usd)", "unit-mismatch", "t.usd"],
  ["if(t.money > t.usd, t.money, t.more)", "unit-mismatch", "t.usd"],
  ["t.money + t.trillions", "unit-scale", "t.money + t.trillions"],
  ["t.people + t.kpeople", "unit-scale", "t.people + t.kpeople"],
  ["t.trillions", "unit-scale", "t.trillions"],
  ["t.money * 1000", "unit-scale", "t.money * 1000"],
  ["t.level + t.level", "unit-not-arithmetic", "t.level + t.level"],
  ["t.moment + t.moment", "unit-not-arithmetic", "t.moment + t.moment"],
  ["sqrt(t.money)", "unit-not-arithmetic", "sqrt(t.money)"],
  ["yoy(t.level)", "unit-not-arithmetic", "yoy(t.level)"],
  ["t.people", "unit-result", "t.people"],
  ["t.money * t.more", "unit-result", "t.money * t.more"],
  ["t.money - t.weekly", "period-not-nested", "t.weekly"],
  ["previous(t.daily)", "period-ambiguous", "t.daily"],
  ["rollingSum(t.daily, 7)", "period-ambiguous", "t.daily"],
  ["t.money * t.daily_rate / 100", "time-rule-missing", "t.daily_rate"],
  ["previous(t.fixed) + t.money", "time-argument", "t.fixed"],
  ["ytd(2) * t.money", "time-argument", "2"],
  ["ytd(t.ytd)", "accumulation-mismatch", "t.ytd"],
  ["rollingSum(t.ytd, 12)", "accumulation-mismatch", "t.ytd"],
  ["ytdMean(t.ytd)", "accumulation-mismatch", "t.ytd"],
  ["inPeriod(t.money)", "accumulation-mismatch", "t.money"],
];

/** Formulas of an indicator in percent. */
const PERCENT: readonly Row[] = [
  ["t.money / t.more", "unit-scale", "t.money / t.more"],
  ["t.money / t.more * 1000", "unit-scale", "t.money / t.more * 1000"],
  ["t.money / t.trillions * 100", "unit-scale", "t.money / t.trillions * 100"],
  ["t.rate - t.percent:plan", "unit-result", "t.rate - t.percent:plan"],
  ["t.people * 100", "unit-result", "t.people * 100"],
  ["t.index", "unit-result", "t.index"],
  ["t.deaths / t.people * 100", "dimension-required", "t.deaths"],
  ["t.money / (t.more - yearAgo(t.usd)) * 100", "unit-mismatch", "t.more - yearAgo(t.usd)"],
];

function firstProblem(code: string, formula: string) {
  const definition = definitions.get(code);
  if (definition === undefined) throw new Error(code);
  const [problem] = problemsOf(formula, { definition, definitions, dimensions, areas });
  return problem;
}

describe.each([
  ["t.result", MONEY],
  ["t.percent", PERCENT],
] as const)("faulty formulas of %s", (code, rows) => {
  it.each(rows.map(([formula, expected, at, nearest]) => ({ formula, expected, at, nearest })))(
    "$formula → $expected at “$at”",
    ({ formula, expected, at, nearest }) => {
      const problem = firstProblem(code, formula);
      expect(problem?.code).toBe(expected);
      const { start = -1, end = -1 } = problem?.span ?? {};
      if (expected !== "formula-too-long") expect(formula.slice(start, end)).toBe(at);
      if (nearest !== undefined) expect(problem?.nearest).toBe(nearest);
      expect(problem?.text.vi).not.toBe("");
      expect(problem?.text.en).not.toBe("");
    },
  );
});

it("tells line and column in UTF-16 units", () => {
  const problem = firstProblem("t.result", "t.money\n  + t.mony");
  expect(problem?.span).toEqual({ start: 12, end: 18, line: 2, column: 5 });
});

it("tells every problem of meaning in one pass, by place", () => {
  const definition = definitions.get("t.result");
  if (definition === undefined) throw new Error("t.result");
  const found = problemsOf("t.mony + t.weekly + t.money[sex=M]", { definition, definitions, dimensions, areas });
  expect(found.map(({ code }) => code)).toEqual(["indicator-unknown", "period-not-nested", "dimension-not-in-operand"]);
});

it("shows every problem of the list but two: a cycle takes several formulas, an unknown unit a definition", () => {
  const shown = new Set([...MONEY, ...PERCENT].map(([, code]) => code));
  expect(FORMULA_PROBLEM_CODES.filter((code) => !shown.has(code))).toEqual(["cycle", "unit-unknown"]);
});
