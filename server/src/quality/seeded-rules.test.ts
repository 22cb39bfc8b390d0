import { loadAreas, loadCatalogue, loadDimensions, loadQualityRules } from "@bochiso/seed/catalogue";
import { checkRule, ruleFormula } from "@bochiso/shared/quality";
import { expect, it } from "vitest";
import { isAsked } from "./rule-book.ts";

const rules = loadQualityRules();
const world = {
  definitions: new Map(loadCatalogue().map((definition) => [String(definition.code), definition])),
  dimensions: new Map(loadDimensions().map((dimension) => [dimension.id, dimension])),
  areas: new Set<string>(loadAreas().map(({ code }) => code)),
};

it("every seeded rule can be in force, under a code of its own", () => {
  expect(rules.flatMap((rule) => checkRule(rule, world).map(({ vi }) => `${rule.code}: ${vi}`))).toEqual([]);
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
});

it("every rule says in both languages what it asks and where its threshold comes from", () => {
  for (const { name, basis } of rules)
    for (const { vi, en } of [name, basis]) expect([vi, en].every((it) => it.length > 5)).toBe(true);
  expect(rules.filter(({ review }) => review !== "initial-import")).toEqual([]);
});

it("a slip of the unit is looked for wherever figures are sent: such a rule needs no threshold of one area", () => {
  const slips = rules.filter(({ check }) => check.kind === "magnitude");
  expect(slips.filter(({ areas, breakdowns }) => areas !== null || breakdowns !== null)).toEqual([]);
  expect(new Set(slips.map(({ indicator }) => indicator)).size).toBe(slips.length);
  const provincial = slips.filter(({ indicator }) => indicator === "macro.retail.accommodation_food");
  expect(provincial.map((rule) => isAsked(rule, "demo:MAU", ""))).toEqual([true]);
});

it("refuses a rule that cannot be judged, with its reason", () => {
  const [rule] = rules.filter(({ check }) => check.kind === "expression");
  if (rule === undefined) throw new Error("no expression among the seeded rules");
  const problems = (formula: string) =>
    checkRule({ ...rule, check: { kind: "expression", formula } }, world).map(({ en }) => en);
  expect(problems(ruleFormula(rule) ?? "")).toEqual([]);
  expect(problems("tour.intl")).toContain("The expression has to be a comparison");
  expect(problems("macro.retail.value >= 0")).toContain("The expression has to read the rule's own indicator");
  expect(problems("tour.intl <= macro.cpi.index").length).toBeGreaterThan(0);
  expect(problems("tour.intl <= nobody.knows").length).toBeGreaterThan(0);
  expect(problems("tour.intl <=").length).toBeGreaterThan(0);
});
