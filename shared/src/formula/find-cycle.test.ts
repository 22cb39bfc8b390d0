import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCycle } from "./check-cycle.ts";
import { findCycle } from "./find-cycle.ts";
import { parseFormula } from "./parse-formula.ts";
import { aDefinition, definitionsOf } from "./testing/index.ts";

const NAMES = ["a", "b", "c", "d", "e", "f"] as const;
type Edges = ReadonlyMap<string, readonly string[]>;

const edges: fc.Arbitrary<Edges> = fc
  .tuple(...NAMES.map(() => fc.subarray([...NAMES], { maxLength: 2 })))
  .map((lists) => new Map(NAMES.map((name, at) => [name, lists[at] ?? []])));

/** Whether names can be taken away one after the other, each without dependants left: only then nothing leads round. */
function isLayered(all: Edges): boolean {
  const left = new Map(all);
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [name, needs] of left) if (needs.every((need) => !left.has(need))) left.delete(name);
  }
  return left.size === 0;
}

describe("a cycle among names", () => {
  it("is found exactly where the names cannot be put in an order", () => {
    fc.assert(
      fc.property(edges, (all) => {
        const cycle = findCycle(NAMES, (name) => all.get(name) ?? []);
        expect(cycle === null).toBe(isLayered(all));
      }),
    );
  });

  it("is a walk along what depends on what, back to where it began, through each name once", () => {
    fc.assert(
      fc.property(edges, (all) => {
        const cycle = findCycle(NAMES, (name) => all.get(name) ?? []);
        fc.pre(cycle !== null);
        expect(cycle.at(-1)).toBe(cycle[0]);
        expect(new Set(cycle).size).toBe(cycle.length - 1);
        for (const [at, name] of cycle.slice(0, -1).entries()) expect(all.get(name)).toContain(cycle[at + 1]);
      }),
    );
  });

  it("is looked for below the names given only", () => {
    const dependsOn = (name: string): string[] => (name === "x" ? ["y"] : name === "y" ? ["x"] : []);
    expect(findCycle(["a"], dependsOn)).toBeNull();
    expect(findCycle(["a", "x"], dependsOn)).toEqual(["x", "y", "x"]);
  });

  it("is found ten thousand names deep", () => {
    const dependsOn = (name: string): string[] => [String((Number(name) + 1) % 10_000)];
    expect(findCycle(["0"], dependsOn)).toHaveLength(10_001);
  });
});

describe("a formula that leads back to its own indicator", () => {
  const definitions = definitionsOf(
    aDefinition("t.x"),
    aDefinition("t.a", { formula: "t.x + t.b" }),
    aDefinition("t.b", { formula: "previous(t.c) * 2" }),
    aDefinition("t.planned", { formula: "t.c:plan" }),
    aDefinition("t.round", { formula: "t.round2" }),
    aDefinition("t.round2", { formula: "t.round" }),
    aDefinition("t.broken", { formula: "t.c +" }),
  );
  function cycleOf(code: string, formula: string) {
    const parsed = parseFormula(formula);
    if (!parsed.ok) throw new Error(formula);
    return checkCycle({ code, ast: parsed.ast, definitions });
  }

  it("is refused at the operand it goes out by, with the way round", () => {
    const problem = cycleOf("t.c", "t.x - t.a / 2");
    expect(problem).toMatchObject({ code: "cycle", span: { start: 6, end: 9 } });
    expect(problem?.text.vi).toContain("t.c → t.a → t.b → t.c");
  });

  it.each([
    ["itself, which the checker tells by itself", "t.c + t.x"],
    ["the plan of an indicator that reads it", "t.a:plan"],
    ["what reads its plan only", "t.planned + t.x"],
    ["others that lead round without it", "t.round"],
    ["a formula that does not read", "t.broken"],
    ["what nobody knows", "t.unknown"],
  ])("is none through %s", (_, formula) => {
    expect(cycleOf("t.c", formula)).toBeNull();
  });
});
