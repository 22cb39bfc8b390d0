/** An expression of the formula language as this evaluator sees it. */
export type Node =
  | { kind: "literal"; value: number | boolean }
  | {
      kind: "read";
      indicator: string;
      selection: Readonly<Record<string, string>>;
      /** Null: the cell's own. */
      area: string | null;
      scenario: string;
    }
  /** `over`: what a sum runs over, `area` or a dimension. */
  | { kind: "call"; name: string; args: readonly Node[]; over: string | null }
  | { kind: "unary"; operator: string; operand: Node }
  | { kind: "binary"; operator: string; left: Node; right: Node };

/** Longest spellings first. The code after `=` in brackets and the area after `@` are read as part of the name. */
const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*)((?:\[[^\]]*\])?)((?:@(?:vn63:|demo:)?[\p{L}\p{N}]+)?)((?::(?:plan|target|forecast|baseline|actual))?)|(<=|>=|<>|!=|==|[-+*/^=<>(),]))/uy;

interface Token {
  text: string;
  number?: number;
  name?: { text: string; selection: Record<string, string>; area: string | null; scenario: string };
}

/** Binding power of the operators, from loose to tight. */
const POWER: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  "=": 4,
  "==": 4,
  "!=": 4,
  "<>": 4,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "^": 8,
};
const NOT = 3;
const SIGN = 7;

/**
 * Reads a formula by operator precedence. It shares nothing with the product: written from the text of the formula
 * language, so that a misreading of the product shows up as a difference.
 */
export function parse(formula: string): Node {
  const tokens = tokensOf(formula);
  let at = 0;
  const peek = () => tokens[at]?.text ?? "end of the formula";
  const take = () => tokens[at++] ?? { text: "end of the formula" };
  const expect = (text: string) => {
    const token = take();
    if (token.text !== text) throw new Error(`Expected ${text}, found ${token.text} in ${formula}`);
  };

  const expression = (above: number): Node => {
    let left = operand();
    for (;;) {
      const operator = peek();
      const power = POWER[operator] ?? 0;
      if (power <= above) return left;
      take();
      // A power is read from the right, everything else from the left; its exponent may carry a sign.
      const right = expression(operator === "^" ? power - 1 : power);
      left = { kind: "binary", operator, left, right };
    }
  };

  const operand = (): Node => {
    const token = take();
    if (token.number !== undefined) return { kind: "literal", value: token.number };
    if (token.text === "-" || token.text === "+") {
      return { kind: "unary", operator: token.text, operand: expression(SIGN) };
    }
    if (token.text === "not") return { kind: "unary", operator: "not", operand: expression(NOT) };
    if (token.text === "true" || token.text === "false") return { kind: "literal", value: token.text === "true" };
    if (token.text === "(") {
      const inner = expression(0);
      expect(")");
      return inner;
    }
    if (token.name === undefined) throw new Error(`Unexpected ${token.text} in ${formula}`);
    const { text: indicator, ...rest } = token.name;
    return peek() === "(" ? { kind: "call", name: indicator, ...argumentsOf() } : { kind: "read", indicator, ...rest };
  };

  const argumentsOf = (): { args: Node[]; over: string | null } => {
    expect("(");
    const args = [expression(0)];
    let over: string | null = null;
    if (peek() === "over") {
      take();
      over = take().text;
    }
    while (peek() === ",") {
      take();
      args.push(expression(0));
    }
    expect(")");
    return { args, over };
  };

  const whole = expression(0);
  if (at < tokens.length) throw new Error(`Unexpected ${peek()} in ${formula}`);
  return whole;
}

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (formula.slice(TOKEN.lastIndex).trim() !== "") {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(formula);
    if (match === null) throw new Error(`Cannot read "${formula.slice(from)}" in ${formula}`);
    const [, number, name, selection = "", area = "", scenario = "", symbol = ""] = match;
    if (number !== undefined) tokens.push({ text: number, number: Number(number) });
    else if (name === undefined) tokens.push({ text: symbol });
    else tokens.push({ text: name, name: { text: name, ...placeOf(selection, area, scenario) } });
  }
  return tokens;
}

function placeOf(selection: string, area: string, scenario: string) {
  const pairs = selection.slice(1, -1).split(",").filter(Boolean);
  return {
    selection: Object.fromEntries(pairs.map((pair) => splitPair(pair))),
    area: area === "" ? null : area.slice(1),
    scenario: scenario === "" ? "actual" : scenario.slice(1),
  };
}

function splitPair(pair: string): [string, string] {
  const [dimension = "", code = ""] = pair.split("=");
  return [dimension.trim(), code.trim().replaceAll('"', "")];
}
