import { documentedExports } from "./documented-exports.ts";
import { duplicatedShare } from "./duplication.ts";
import { functionLines, typeEscapes } from "./functions.ts";
import type { GraphModule, ModuleGraph } from "./module-graph.ts";
import { isProduct, isTest, isWorkshop } from "./source-tree.ts";

export interface SignalRule {
  readonly label: string;
  readonly unit: string;
  readonly better: "lower" | "higher";
  readonly goal: number;
  /** How far a figure may drift past goal and baseline before the check fails. */
  readonly tolerance: number;
}

/** The figures looked at on every run; the goals are the best of the projects whose habits we follow. */
export const SIGNALS = {
  fileLinesMedian: { label: "file lines, median", unit: "lines", better: "lower", goal: 70, tolerance: 10 },
  fileLinesP90: { label: "file lines, 90th percentile", unit: "lines", better: "lower", goal: 200, tolerance: 25 },
  longFunctions: { label: "functions over 60 lines", unit: "%", better: "lower", goal: 3, tolerance: 0.5 },
  any: { label: "any per 1,000 lines", unit: "", better: "lower", goal: 0.2, tolerance: 0.1 },
  as: { label: "as per 1,000 lines", unit: "", better: "lower", goal: 2, tolerance: 0.4 },
  duplicated: { label: "duplicated lines", unit: "%", better: "lower", goal: 2, tolerance: 0.5 },
  documentedShared: { label: "documented exports of shared", unit: "%", better: "higher", goal: 80, tolerance: 5 },
  testRatio: { label: "test lines ÷ source lines", unit: "", better: "higher", goal: 0.7, tolerance: 0.1 },
  testRatioShared: { label: "test ÷ source lines of shared", unit: "", better: "higher", goal: 1.2, tolerance: 0.15 },
} as const satisfies Record<string, SignalRule>;

export type SignalName = keyof typeof SIGNALS;
export type Signals = Readonly<Record<SignalName, number>>;

/** Longer functions ask to be split. */
const LONG_FUNCTION = 60;

/** Measures the product code (and, for the ratios, its tests). */
export function measureSignals(graph: ModuleGraph): Signals {
  const modules = [...graph.values()];
  const product = modules.filter(({ path }) => isProduct(path));
  const shared = product.filter(({ path }) => path.startsWith("shared/"));
  const lengths = product.map(({ lines }) => lines).sort((a, b) => a - b);
  const functions = product.flatMap(functionLines);
  const escapes = product.map(typeEscapes);
  const thousands = linesOf(product) / 1000;
  return {
    fileLinesMedian: percentile(lengths, 0.5),
    fileLinesP90: percentile(lengths, 0.9),
    longFunctions: percent(functions.filter((lines) => lines > LONG_FUNCTION).length, functions.length),
    any: divide(sum(escapes.map((each) => each.any)), thousands),
    as: divide(sum(escapes.map((each) => each.as)), thousands),
    duplicated: 100 * duplicatedShare(product),
    documentedShared: documentedPercent(shared),
    testRatio: divide(linesOf(modules.filter(({ path }) => isTest(path) && !isWorkshop(path))), linesOf(product)),
    testRatioShared: divide(
      linesOf(modules.filter(({ path }) => path.startsWith("shared/") && isTest(path))),
      linesOf(shared),
    ),
  };
}

/** Signals past their goal that are also clearly worse than the baseline; a figure without baseline only has its goal. */
export function worsened(now: Signals, baseline: Partial<Signals>): SignalName[] {
  return signalNames().filter((name) => {
    const { better, goal, tolerance } = SIGNALS[name];
    const sign = better === "lower" ? 1 : -1;
    const limit = Math.max(sign * goal, sign * (baseline[name] ?? goal));
    return sign * now[name] > limit + tolerance;
  });
}

/** True when the goal itself is met. */
export function meetsGoal(name: SignalName, value: number): boolean {
  const { better, goal } = SIGNALS[name];
  return better === "lower" ? value <= goal : value >= goal;
}

export function signalNames(): SignalName[] {
  const isName = (name: string): name is SignalName => name in SIGNALS;
  return Object.keys(SIGNALS).filter(isName);
}

function documentedPercent(modules: readonly GraphModule[]): number {
  const documented = modules.flatMap((module) => [...documentedExports(module).values()]);
  return percent(documented.filter(Boolean).length, documented.length);
}

function linesOf(modules: readonly GraphModule[]): number {
  return sum(modules.map(({ lines }) => lines));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function divide(a: number, b: number): number {
  return b === 0 ? 0 : a / b;
}

function percent(part: number, whole: number): number {
  return 100 * divide(part, whole);
}

/** Nearest-rank percentile of sorted numbers. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
