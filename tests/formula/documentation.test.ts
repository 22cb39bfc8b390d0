import { loadAreas, loadCatalogue, loadDimensions } from "@bochiso/seed/catalogue";
import {
  FUNCTION_NAMES,
  FUNCTION_TABLE,
  functionSignature,
  inferFormula,
  PERIOD_RULES,
  parseFormula,
  REFERENCE_RULES,
  referencesIn,
} from "@bochiso/shared/formula";
import { describe, expect, it } from "vitest";

const definitions = new Map(loadCatalogue().map((each) => [String(each.code), each]));
const dimensions = new Map(loadDimensions().map((each) => [each.id, each]));
const areas = new Set(loadAreas().map(({ code }) => String(code)));

const examples = [
  ...FUNCTION_NAMES.map((name) => [functionSignature(name), FUNCTION_TABLE[name].example] as const),
  ...[...REFERENCE_RULES, ...PERIOD_RULES].map(({ form, example }) => [form.vi, example] as const),
];

describe("the documentation of the formula language", () => {
  it("has a row for every function", () => {
    expect(FUNCTION_NAMES).toHaveLength(25);
    expect(FUNCTION_NAMES.map(functionSignature)).toContain("sum(x over …)");
  });

  it.each(examples)("%s: the example %s is accepted by the checker", (_form, example) => {
    const parsed = parseFormula(example);
    expect(parsed).toMatchObject({ ok: true });
    if (!parsed.ok) return;
    const types = referencesIn(parsed.ast).map(({ indicator }) => definitions.get(indicator)?.periodType);
    // Static values alone can be read in any period.
    const periodType = types.find((type) => type !== undefined && type !== "static") ?? "month";
    expect(inferFormula({ ast: parsed.ast, periodType, definitions, dimensions, areas })).toMatchObject({ ok: true });
  });

  it.each(["day", "week"] as const)("says of %s what the checker says of it in a month", (type) => {
    const operand = [...definitions.values()].find(
      (each) => each.periodType === type && each.aggregation.time === "sum",
    );
    const parsed = parseFormula(`${operand?.code ?? "none.of"} / 1000`);
    if (!parsed.ok) throw new Error("does not parse");
    const found = inferFormula({ ast: parsed.ast, periodType: "month", definitions, dimensions, areas });
    if (type === "week" || operand === undefined) expect(found.ok).toBe(false);
    else expect(found.ok && found.conversions[0]?.nesting).toBe("finer");
  });
});
