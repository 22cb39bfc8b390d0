import { describe, expect, it } from "vitest";
import { readModuleGraph } from "../quality/module-graph.ts";
import { measureSignals, type Signals, worsened } from "../quality/signals.ts";
import { fixtureTree } from "./fixture-tree.ts";

function measure(sources: Readonly<Record<string, string>>): Signals {
  using tree = fixtureTree(sources);
  return measureSignals(readModuleGraph(tree.root));
}

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");

describe("measureSignals", () => {
  it("takes median and 90th percentile over product files only", () => {
    const file = (count: number) => `${lines(count, (at) => `export const a${at} = ${at};`)}\n`;
    const sizes = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
    const product = Object.fromEntries(sizes.map((size) => [`db/src/a/f${size}.ts`, file(size)]));
    const signals = measure({ ...product, "db/src/a/f.test.ts": file(900), "tests/contract/x.ts": file(100) });
    expect(signals.fileLinesMedian).toBe(50);
    expect(signals.fileLinesP90).toBe(90);
    expect(signals.testRatio).toBeCloseTo(1000 / 550);
  });

  it("counts a function by its lines from signature to closing brace", () => {
    const body = (count: number) => `() => {\n${lines(count, () => "  go();")}\n}`;
    expect(
      measure({ "db/src/a/a.ts": `export const a = ${body(59)};\nexport const b = ${body(58)};` }).longFunctions,
    ).toBe(50);
  });

  it("counts any and as, but not as const", () => {
    const code = `${lines(997, () => "")}\nexport const a: any = 1;\nexport const b = a as string;\nexport const c = [1] as const;\n`;
    const signals = measure({ "db/src/a/a.ts": code });
    expect(signals.any).toBe(1);
    expect(signals.as).toBe(1);
  });

  it("finds a copied passage in another file, whatever its indentation", () => {
    const passage = (indent: string) => lines(10, (at) => `${indent}step${at}(input, ${at});`);
    const unique = (name: string) => lines(10, (at) => `${name}${at}();`);
    const signals = measure({
      "db/src/a/a.ts": `${unique("a")}\n${passage("")}\n`,
      "db/src/a/b.ts": `${unique("b")}\n{\n${passage("    ")}\n}\n`,
    });
    expect(signals.duplicated).toBe(50);
  });

  it("takes a schema and its type of one name as one documented export, and skips re-exports", () => {
    const signals = measure({
      "shared/src/a/a.ts":
        "/** Said. */\nexport const A = 1;\nexport type A = typeof A;\n// Not a doc line.\nexport function b() {}\n",
      "shared/src/a/index.ts": `export { A } from "./a.ts";`,
    });
    expect(signals.documentedShared).toBe(50);
  });

  it("does not count the tools under tests as tests", () => {
    expect(
      measure({ "db/src/a/a.ts": "export {};\n", "tests/quality/a.ts": lines(100, () => "go();") }).testRatio,
    ).toBe(0);
  });
});

describe("worsened", () => {
  const now = measure({});
  it("accepts a figure past its goal while it is no worse than the baseline", () => {
    expect(worsened({ ...now, as: 5, testRatio: 2, testRatioShared: 2, documentedShared: 100 }, { as: 5 })).toEqual([]);
  });

  it("names a figure clearly worse than goal and baseline", () => {
    const figures = { ...now, as: 6, testRatio: 0.3, testRatioShared: 2, documentedShared: 100 };
    expect(worsened(figures, { as: 5, testRatio: 0.6 })).toEqual(["as", "testRatio"]);
  });

  it("does not fail for falling back from better than the goal to the goal", () => {
    expect(
      worsened({ ...now, as: 2, testRatio: 0.7, testRatioShared: 1.2, documentedShared: 80 }, { as: 0, testRatio: 3 }),
    ).toEqual([]);
  });
});
