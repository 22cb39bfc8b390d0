/** The tree of a formula as this second reading of the language builds it; it shares nothing with the product's parser. */
export type Tree =
  | { kind: "constant"; value: number | boolean }
  | { kind: "operand"; indicator: string; picks: [string, string][]; area: string | null; scenario: string }
  | { kind: "negative" | "not"; of: Tree }
  | { kind: "pair"; sign: string; left: Tree; right: Tree }
  | { kind: "function"; name: string; args: Tree[]; over: string | null };

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*)|(==|<>|!=|<=|>=|[-+*/^=<>()[\],@:]))/y;

function tokens(text: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`cannot read “${text}” at ${at}`);
    found.push(match[1] ?? match[2] ?? match[3] ?? "");
  }
  return found;
}

/** Binding of two-sided signs, loosest first. */
const LEVELS: readonly (readonly string[])[] = [
  ["or"],
  ["and"],
  ["=", "==", "!=", "<>", "<", "<=", ">", ">="],
  ["+", "-"],
  ["*", "/"],
];

/** Reads a formula that the product accepted. */
export function readFormula(text: string): Tree {
  const list = tokens(text);
  let at = 0;
  const peek = (): string | undefined => list[at];
  const take = (expected?: string): string => {
    const token = list[at];
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new Error(`expected ${expected ?? "more"} in “${text}”, got ${token ?? "the end"}`);
    }
    at += 1;
    return token;
  };

  const level = (depth: number): Tree => {
    const signs = LEVELS[depth];
    if (signs === undefined) return signed();
    if (signs[0] === "=" && peek() === "not") return negated(depth);
    let left = level(depth + 1);
    for (let sign = peek(); sign !== undefined && signs.includes(sign); sign = peek()) {
      take();
      left = { kind: "pair", sign, left, right: level(depth + 1) };
    }
    return left;
  };
  const negated = (depth: number): Tree => {
    take("not");
    return { kind: "not", of: level(depth) };
  };
  const signed = (): Tree => {
    if (peek() === "-") {
      take();
      return { kind: "negative", of: signed() };
    }
    if (peek() === "+") {
      take();
      return signed();
    }
    const base = primary();
    if (peek() !== "^") return base;
    take();
    return { kind: "pair", sign: "^", left: base, right: signed() };
  };
  const primary = (): Tree => {
    const token = take();
    if (token === "(") {
      const inner = level(0);
      take(")");
      return inner;
    }
    if (/^[\d.]/.test(token)) return { kind: "constant", value: Number(token) };
    if (token === "true" || token === "false") return { kind: "constant", value: token === "true" };
    return peek() === "(" ? call(token) : operand(token);
  };
  const call = (name: string): Tree => {
    take("(");
    const args = [level(0)];
    let over: string | null = null;
    if (peek() === "over") {
      take();
      over = take();
    }
    while (peek() === ",") {
      take();
      args.push(level(0));
    }
    take(")");
    return { kind: "function", name, args, over };
  };
  const operand = (indicator: string): Tree => {
    const picks: [string, string][] = [];
    let area: string | null = null;
    let scenario = "actual";
    for (;;) {
      if (peek() === "[") {
        take();
        do picks.push(pick());
        while (peek() === "," && take() === ",");
        take("]");
      } else if (peek() === "@") {
        take();
        area = take();
      } else if (peek() === ":") {
        take();
        scenario = take();
      } else return { kind: "operand", indicator, picks, area, scenario };
    }
  };
  const pick = (): [string, string] => {
    const dimension = take();
    take("=");
    return [dimension, take()];
  };

  const tree = level(0);
  if (peek() !== undefined) throw new Error(`“${text}” goes on after its end: ${peek() ?? ""}`);
  return tree;
}
