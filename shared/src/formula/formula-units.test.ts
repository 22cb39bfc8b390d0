import { describe, expect, it } from "vitest";
import type { FormulaDefinition } from "./formula-definition.ts";
import { aDefinition, definitionsOf, problemsOf } from "./testing/index.ts";

const definitions = definitionsOf(
  aDefinition("t.money"),
  aDefinition("t.more"),
  aDefinition("t.million", { unit: "mvnd" }),
  aDefinition("t.people", { unit: "persons", accumulation: "stock" }),
  aDefinition("t.pct", { unit: "pct", accumulation: "rate" }),
  aDefinition("t.ratio", { unit: "ratio", accumulation: "rate" }),
  aDefinition("t.state", { unit: "state", accumulation: "stock" }),
  aDefinition("t.time", { unit: "timestamp", accumulation: "event" }),
  aDefinition("t.minutes", { unit: "minutes" }),
  aDefinition("t.days", { unit: "days" }),
  aDefinition("t.ha", { unit: "ha", accumulation: "stock" }),
  aDefinition("t.odd", { unit: "furlongs" }),
);
const result = (unit: string): FormulaDefinition => aDefinition("t.result", { unit });
const codesOf = (formula: string, unit: string): string[] =>
  problemsOf(formula, { definition: result(unit), definitions, dimensions: new Map() }).map(({ code }) => code);

describe("a formula in the unit of its indicator", () => {
  it.each([
    ["t.money + t.more", "bn_vnd"],
    ["t.million / 1000", "bn_vnd"],
    ["t.money * 1000", "mvnd"],
    ["t.money * 0.3 + t.more * 0.7", "bn_vnd"],
    ["t.money / t.more", "ratio"],
    ["t.money / t.more * 100", "pct"],
    ["100 * t.money / t.more", "pct"],
    ["(t.money / t.more - 1) * 100", "pct"],
    ["t.money / yearAgo(t.money) * 100 - 100", "pct"],
    ["t.pct - yearAgo(t.pct)", "pp"],
    ["share(t.money, t.more)", "pct"],
    ["rank(t.money)", "points_n"],
    ["step(t.money, t.more, t.more, t.more)", "state"],
    ["step(t.money, 1, 2, 3)", "state"],
    ["max(t.money, 0)", "bn_vnd"],
    ["max(0, t.money)", "bn_vnd"],
    ["coalesce(t.money, 0)", "bn_vnd"],
    ["if(t.money > 5, t.money, t.more)", "bn_vnd"],
    ["if(isMissing(t.money) or t.more = 0, 0, t.money)", "bn_vnd"],
    ["if((t.money > 0) = (t.more > 0), t.money, t.more)", "bn_vnd"],
    ["sqrt(t.ha * t.ha)", "ha"],
    ["(t.ha ^ 2) ^ 0.5", "ha"],
    ["t.money ^ 1", "bn_vnd"],
    ["exp(ln(t.money / t.more))", "ratio"],
    ["2 ^ (t.money / t.more)", "ratio"],
    ["(t.money / t.more) ^ (t.more / t.money)", "ratio"],
    ["1 / t.ratio", "ratio"],
    ["1 - t.ratio", "ratio"],
    ["(2 + 3) * t.money", "bn_vnd"],
    ["round(t.money, 1) + abs(-t.more)", "bn_vnd"],
    ["t.time - previous(t.time)", "minutes"],
    ["t.time + t.minutes", "timestamp"],
    ["t.minutes + t.time", "timestamp"],
    ["t.time + t.days * 1440", "timestamp"],
    ["t.time - t.days * 24 * 60", "timestamp"],
    ["max(t.state, previous(t.state))", "state"],
    ["t.money * t.pct / 100", "bn_vnd"],
  ])("%s is in %s", (formula, unit) => {
    expect(codesOf(formula, unit)).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ["t.money * t.pct", "bn_vnd", ["unit-scale"]],
    ["t.money + t.million", "bn_vnd", ["unit-scale"]],
    ["t.million * 1000 + t.money", "bn_vnd", ["unit-scale"]],
    ["t.money * 2 * 1000", "bn_vnd", ["unit-scale"]],
    ["t.time - t.minutes * 1000", "timestamp", ["unit-scale"]],
    ["t.minutes - t.time", "timestamp", ["unit-mismatch"]],
    ["t.time + t.days", "timestamp", ["unit-scale"]],
    ["t.time * 2", "timestamp", ["unit-not-arithmetic"]],
    ["t.state + 1", "state", ["unit-not-arithmetic"]],
    ["t.state / t.state", "ratio", ["unit-not-arithmetic"]],
    ["max(t.state, t.money)", "state", ["unit-mismatch"]],
    ["t.people + 1", "persons", ["unit-mismatch"]],
    ["2 ^ t.money", "ratio", ["unit-mismatch"]],
    ["t.money ^ t.more", "bn_vnd", ["unit-mismatch"]],
    ["t.money ^ 0.5", "bn_vnd", ["unit-not-arithmetic"]],
    ["ln(t.money)", "ratio", ["unit-mismatch"]],
    ["if(t.money > 0, 1 > 0, t.more)", "bn_vnd", ["type-mismatch"]],
    ["not t.money", "bn_vnd", ["type-mismatch", "result-not-number"]],
    ["t.money and t.more > 0", "bn_vnd", ["type-mismatch"]],
    ["(t.money > 0) = 1", "bn_vnd", ["type-mismatch"]],
    ["-(t.money > 0)", "bn_vnd", ["type-mismatch"]],
    ["t.odd", "bn_vnd", ["unit-unknown"]],
  ])("%s in %s: %j", (formula, unit, codes) => {
    const found = codesOf(formula, unit);
    // A faulty part has no type, so that what follows from it is not told again.
    expect(found.slice(0, 1)).toEqual(codes.slice(0, 1));
    expect(found.length).toBeLessThanOrEqual(codes.length);
  });

  it("says what to divide or to multiply by, so that doing so fits", () => {
    const [problem] = problemsOf("t.million", { definition: result("bn_vnd"), definitions, dimensions: new Map() });
    expect(problem?.text).toMatchObject({
      vi: expect.stringMatching(/: cần chia cho 1000\.$/u),
      en: expect.stringMatching(/: divide by 1000\.$/u),
    });
    expect(codesOf("t.million / 1000", "bn_vnd")).toEqual([]);
    const [other] = problemsOf("t.money", { definition: result("mvnd"), definitions, dimensions: new Map() });
    expect(other?.text.vi).toMatch(/: cần nhân với 1000\.$/u);
  });

  it("tells a fault of units once, at the part where it arises", () => {
    const formula = "t.money / (t.more + t.people) * 100 + t.pct";
    const found = problemsOf(formula, { definition: result("pct"), definitions, dimensions: new Map() });
    expect(found.map(({ code, span }) => [code, formula.slice(span.start, span.end)])).toEqual([
      ["unit-mismatch", "t.more + t.people"],
    ]);
  });
});
