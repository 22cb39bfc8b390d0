import { describe, expect, it } from "vitest";
import { periodFromId } from "../period/period-from-id.ts";
import { StatusRule } from "../status/status-rule.ts";
import { aTarget } from "../target/testing/a-target.ts";
import { breaksIn, needsHistory, ruleOf, targetFor } from "./judgement.ts";
import { aDefinition } from "./testing/a-definition.ts";

const october = periodFromId("2026-10", "month");

describe("the target a period answers", () => {
  const chosen = (...targets: ReturnType<typeof aTarget>[]) => targetFor(targets, aDefinition(), october)?.id ?? null;

  it("has the nearest deadline, among equal ones the latest in force", () => {
    const year = aTarget({ id: "year" });
    const term = aTarget({ id: "term", by: "2026/P5Y", validity: { from: "2026-01-01", to: null } });
    expect(chosen(term, year)).toBe("year");
    expect(chosen(term)).toBe("term");
    expect(chosen(year, aTarget({ id: "raised", validity: { from: "2026-07-01", to: null } }))).toBe("raised");
  });

  it("is assigned rather than planned", () => {
    const plan = aTarget({ id: "plan", scenario: "plan", by: "2026-Q4" });
    expect(chosen(plan, aTarget({ id: "target" }))).toBe("target");
    expect(chosen(plan)).toBe("plan");
  });

  it.each([
    ["not yet in force", { validity: { from: "2026-11-01", to: null } }],
    ["no longer in force", { validity: { from: "2026-01-01", to: "2026-10-30" } }],
    ["of another year", { by: "2027", validity: { from: "2026-01-01", to: null } }],
    ["over", { by: "2026-Q3", validity: { from: "2026-01-01", to: null } }],
    ["finer than the period", { by: "2026-10-15", validity: { from: "2026-01-01", to: null } }],
  ])("is none that is %s", (_, changes) => {
    expect(chosen(aTarget(changes))).toBeNull();
  });

  it("is in force on the last day of the period", () => {
    expect(chosen(aTarget({ validity: { from: "2026-10-31", to: "2026-10-31" } }))).toBe("t1");
  });
});

describe("the method of a definition", () => {
  it("is its own, else by target, band and direction", () => {
    const rule = StatusRule.parse({ method: "threshold-bands", version: 1, params: { near: 50, limit: 100 } });
    expect(ruleOf(aDefinition({ statusRule: rule }), aTarget()).method).toBe("threshold-bands");
    expect(ruleOf(aDefinition({ statusRule: null }), aTarget()).method).toBe("plan-completion");
    expect(ruleOf(aDefinition({ targetBand: { min: 1, max: 2, basis: "" } }), null).method).toBe("range");
    expect(ruleOf(aDefinition(), null).method).toBe("direction");
  });

  it("asks for the history of a series only where it folds over it", () => {
    expect(needsHistory(aDefinition(), [])).toBe(false);
    expect(needsHistory(aDefinition(), [aTarget()])).toBe(true);
    expect(needsHistory(aDefinition({ targetBand: { min: null, max: 50, basis: "" } }), [])).toBe(true);
  });

  it("knows the breaks of an area", () => {
    const reason = { vi: "đổi kỳ gốc", en: "rebased" };
    const definition = aDefinition({
      breaks: [
        { from: "2025-01", reason },
        { from: "2026-01", areas: ["01"], reason },
      ],
    });
    const at = (id: string) => periodFromId(id, "month").ordinal;
    expect(breaksIn(definition, "01")).toEqual([at("2025-01"), at("2026-01")]);
    expect(breaksIn(definition, "24")).toEqual([at("2025-01")]);
  });
});
