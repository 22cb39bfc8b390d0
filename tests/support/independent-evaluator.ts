import { aYearBefore, holding, shifted, type When, when, yearOfPeriod, yearSoFar } from "./independent-calendar.ts";
import { readFormula, type Tree } from "./independent-formula.ts";

/** What a node of an explanation must hold to be replayed: its formula, its operands, where and when it stands. */
export interface ReplayedNode {
  indicator: string;
  area: string;
  breakdown: string;
  scenario: string;
  period: { id: string; type: string };
  value: { kind: "number"; value: number } | { kind: "missing"; reason: string } | { kind: "error"; code: string };
  formula: string | null;
  operands: readonly ReplayedNode[];
}

/** A result: a number, a truth value, or the word for why there is none. */
export type Outcome = number | boolean | { none: string };

/**
 * Computes a node from its formula and its operands alone. Written a second time from the description of the language:
 * it shares no code with the product's parser, evaluator or calendar.
 */
export function replay(node: ReplayedNode): Outcome {
  if (node.formula === null) throw new Error(`${node.indicator} has no formula to replay`);
  const tree = readFormula(node.formula);
  return new Replay(node).run(tree, when(node.period.id, node.period.type), node.breakdown, node.area);
}

class Replay {
  readonly node: ReplayedNode;
  readonly #known = new Map<string, ReplayedNode>();

  constructor(node: ReplayedNode) {
    this.node = node;
    for (const each of node.operands) {
      this.#known.set(
        key(each.indicator, each.area, each.breakdown, each.scenario, when(each.period.id, each.period.type)),
        each,
      );
    }
  }

  run(tree: Tree, at: When, breakdown: string, area: string): Outcome {
    switch (tree.kind) {
      case "constant":
        return tree.value;
      case "operand":
        return this.#operand(tree, at, breakdown, area);
      case "negative":
        return onNumber(this.run(tree.of, at, breakdown, area), (x) => -x);
      case "not": {
        const inner = this.run(tree.of, at, breakdown, area);
        return typeof inner === "boolean" ? !inner : inner;
      }
      case "pair":
        return pair(tree.sign, this.run(tree.left, at, breakdown, area), this.run(tree.right, at, breakdown, area));
      case "function":
        return this.#call(tree, at, breakdown, area);
    }
  }

  #operand(tree: Extract<Tree, { kind: "operand" }>, at: When, breakdown: string, area: string): Outcome {
    const where = tree.area === null ? area : tree.area === "parent" ? "VN" : tree.area;
    const key_ = (type: string) =>
      key(
        tree.indicator,
        where,
        picked(breakdown, tree.picks),
        tree.scenario,
        type === at.type ? at : holding(at, type),
      );
    const types = new Set(
      this.node.operands.filter((each) => each.indicator === tree.indicator).map(({ period }) => period.type),
    );
    for (const type of types) {
      const found = type === "static" ? this.#constant(tree, where) : this.#known.get(key_(type));
      if (found === undefined) continue;
      if (found.value.kind === "number") return found.value.value;
      return { none: found.value.kind === "error" ? `error:${found.value.code}` : "missing" };
    }
    throw new Error(`operand ${tree.indicator} at ${at.type} ${at.at} is not among those explained`);
  }

  /** A value in force, whatever day it was set on. */
  #constant(tree: Extract<Tree, { kind: "operand" }>, area: string): ReplayedNode | undefined {
    return this.node.operands.find((each) => each.indicator === tree.indicator && each.area === area);
  }

  #call({ name, args, over }: Extract<Tree, { kind: "function" }>, at: When, breakdown: string, area: string): Outcome {
    const [x] = args;
    if (x === undefined) throw new Error(`${name} has no argument`);
    const value = (tree: Tree): Outcome => this.run(tree, at, breakdown, area);
    const atPeriod = (period: When | null): Outcome =>
      period === null ? { none: "missing" } : this.run(x, period, breakdown, area);
    const count = (): number => Number(args[1] === undefined ? 0 : value(args[1]));
    const window = (n: number): Outcome[] =>
      Array.from({ length: n }, (_, index) => atPeriod(shifted(at, index - n + 1)));
    switch (name) {
      case "previous":
        return atPeriod(shifted(at, -1));
      case "lag":
        return atPeriod(shifted(at, -count()));
      case "yearAgo":
        return atPeriod(aYearBefore(at));
      case "yoy":
        return growth(atPeriod(at), atPeriod(aYearBefore(at)));
      case "pop":
        return growth(atPeriod(at), atPeriod(shifted(at, -1)));
      case "ytd":
        return total(yearSoFar(at).map(atPeriod));
      case "ytdMean":
        return mean(yearSoFar(at).map(atPeriod));
      case "rollingSum":
        return total(window(count()));
      case "rollingMean":
        return mean(window(count()));
      case "endOfLastYear":
        return atPeriod(shifted(yearSoFar(at)[0] ?? at, -1));
      case "inPeriod": {
        const before = shifted(at, -1);
        return yearOfPeriod(before) === yearOfPeriod(at) ? pair("-", atPeriod(at), atPeriod(before)) : atPeriod(at);
      }
      case "sum":
        return this.#sumOver(x, over, at, breakdown, area);
      default:
        return plain(name, args, value);
    }
  }

  /** A sum over areas or codes takes exactly the parts that were explained. */
  #sumOver(x: Tree, over: string | null, at: When, breakdown: string, area: string): Outcome {
    if (x.kind !== "operand") throw new Error("a sum over parts of an expression is not replayed");
    const parts = this.node.operands.filter(
      (each) => each.indicator === x.indicator && when(each.period.id, each.period.type).at === at.at,
    );
    const chosen = parts.filter((each) =>
      over === "area" ? each.area !== area : each.breakdown.includes(`${over ?? ""}=`),
    );
    return total(chosen.map((each) => this.run(x, at, over === "area" ? breakdown : each.breakdown, each.area)));
  }
}

function key(indicator: string, area: string, breakdown: string, scenario: string, at: When): string {
  return [indicator, area, breakdown, scenario, at.type, at.at].join("|");
}

/** The cell's own breakdown with the picks laid over it; `_T` takes a dimension away. */
function picked(breakdown: string, picks: readonly [string, string][]): string {
  const parts = new Map(
    breakdown === "" ? [] : breakdown.split(";").map((part) => part.split("=") as [string, string]),
  );
  for (const [dimension, code] of picks) {
    if (code === "_T") parts.delete(dimension);
    else parts.set(dimension, code);
  }
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dimension, code]) => `${dimension}=${code}`)
    .join(";");
}

function failure(results: readonly Outcome[]): { none: string } | null {
  const failed = results.filter((each): each is { none: string } => typeof each === "object");
  return failed.find(({ none }) => none.startsWith("error")) ?? failed[0] ?? null;
}

function onNumber(result: Outcome, operation: (x: number) => number): Outcome {
  return typeof result === "number" ? operation(result) : result;
}

function pair(sign: string, left: Outcome, right: Outcome): Outcome {
  const failed = failure([left, right]);
  if (failed !== null) return failed;
  const [a, b] = [Number(left), Number(right)];
  switch (sign) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? { none: "error:division-by-zero" } : a / b;
    case "^":
      return a ** b;
    case "and":
      return left === true && right === true;
    case "or":
      return left === true || right === true;
    case "=":
    case "==":
      return left === right;
    case "!=":
    case "<>":
      return left !== right;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    default:
      return a >= b;
  }
}

function growth(now: Outcome, before: Outcome): Outcome {
  const failed = failure([now, before]);
  if (failed !== null) return failed;
  return Number(before) <= 0 ? { none: "error:base-not-positive" } : (Number(now) / Number(before) - 1) * 100;
}

function total(parts: readonly Outcome[]): Outcome {
  return failure(parts) ?? parts.reduce<number>((sum, each) => sum + Number(each), 0);
}

function mean(parts: readonly Outcome[]): Outcome {
  return onNumber(total(parts), (sum) => sum / parts.length);
}

function plain(name: string, args: readonly Tree[], value: (tree: Tree) => Outcome): Outcome {
  if (name === "if") {
    const [condition, whenTrue, whenFalse] = args;
    if (condition === undefined || whenTrue === undefined || whenFalse === undefined) throw new Error("if needs three");
    const decided = value(condition);
    return typeof decided === "boolean" ? value(decided ? whenTrue : whenFalse) : decided;
  }
  const results = args.map(value);
  if (name === "isMissing") return typeof results[0] === "object";
  if (name === "coalesce") return results.find((each) => typeof each !== "object") ?? results[0] ?? { none: "missing" };
  const failed = failure(results);
  if (failed !== null) return failed;
  const numbers = results.map(Number);
  const [x = Number.NaN, y = Number.NaN] = numbers;
  switch (name) {
    case "abs":
      return Math.abs(x);
    case "sqrt":
      return Math.sqrt(x);
    case "ln":
      return Math.log(x);
    case "exp":
      return Math.exp(x);
    case "min":
      return Math.min(...numbers);
    case "max":
      return Math.max(...numbers);
    case "share":
      return y === 0 ? { none: "error:division-by-zero" } : (x / y) * 100;
    case "step":
      return numbers.slice(1).filter((threshold) => x >= threshold).length;
    default:
      throw new Error(`the replay does not know ${name}`);
  }
}
