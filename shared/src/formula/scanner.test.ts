import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFormula } from "./parse-formula.ts";
import { Scanner } from "./scanner.ts";
import type { Token } from "./token.ts";

/** Every token of a text up to its end. */
function tokensOf(text: string): Token[] {
  const scanner = new Scanner(text);
  const tokens: Token[] = [];
  for (let at = 0; ; ) {
    const token = scanner.token(at);
    tokens.push(token);
    if (token.kind === "end") return tokens;
    at = token.span.end;
  }
}

const sayings = (text: string): (string | number)[] =>
  tokensOf(text).map((token) => {
    if (token.kind === "number") return token.value;
    if (token.kind === "name") return `name ${token.text}`;
    return token.kind === "keyword" ? `word ${token.keyword}` : token.kind === "symbol" ? token.symbol : "end";
  });

function problemOf(text: string) {
  const parsed = parseFormula(text);
  return parsed.ok ? null : parsed.problems[0];
}

describe("tokens", () => {
  it.each<[string, (string | number)[]]>([
    ["", ["end"]],
    ["t.x<=t.y", ["name t.x", "<=", "name t.y", "end"]],
    ["a<>b==c!=d", ["name a", "<>", "name b", "==", "name c", "!=", "name d", "end"]],
    ["2.+.5*1E+2", [2, "+", 0.5, "*", 100, "end"]],
    ["and And notable not", ["word and", "name And", "name notable", "word not", "end"]],
    ["dân_số.tổng", ["name dân_số.tổng", "end"]],
    ["epi.new_7d.2024", ["name epi.new_7d.2024", "end"]],
    ["x\u00a0+\r\n\ty", ["name x", "+", "name y", "end"]],
    ["true)over", ["word true", ")", "word over", "end"]],
  ])("%j", (text, expected) => {
    expect(sayings(text)).toEqual(expected);
  });

  it("take letters with marks set apart (NFD) as letters", () => {
    expect(tokensOf("dân_số".normalize("NFD"))).toHaveLength(2);
  });

  it("cover the text but for blanks, in order and without touching twice", () => {
    const part = fc.constantFrom("t.x", "12.5", ".5", "+", "<=", "(", "]", "@", ":", "and", " ", "\n", "\r\n", "đ");
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join(" ")),
        (text) => {
          let at = 0;
          for (const { span } of tokensOf(text)) {
            expect(text.slice(at, span.start).trim()).toBe("");
            at = span.end;
          }
          expect(at).toBe(text.length);
        },
      ),
    );
  });

  it("know their line and column as an editor counts them, whatever ends the lines", () => {
    const line = fc.string({ unit: fc.constantFrom("a", " ", "+"), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.constantFrom("\n", "\r\n", "\r"), (lines, ending) => {
        const text = [...lines, "z"].join(ending);
        const token = tokensOf(text).findLast(({ kind }) => kind === "name");
        expect(token?.span).toMatchObject({ line: lines.length + 1, column: 1 });
      }),
    );
  });

  it("read numbers as they are written", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(sayings(String(number))).toEqual([number, "end"]);
      }),
    );
  });
});

describe("what people write otherwise", () => {
  /** A decimal with its thousands parted: `1.234.567,8` or `1,234,567.8`. */
  const amount = fc.tuple(fc.integer({ min: 1_000, max: 1e12 }), fc.integer({ min: 1, max: 99 }));
  const parted = (whole: number, mark: string): string => String(whole).replace(/\B(?=(\d{3})+$)/g, mark);

  it("a number with parted thousands and decimals is refused whole, with the number meant", () => {
    fc.assert(
      fc.property(
        amount,
        fc.constantFrom<[string, string][]>([".", ","], [",", "."]),
        ([whole, decimals], [mark, point]) => {
          const written = `${parted(whole, mark)}${point}${decimals}`;
          const problem = problemOf(`2 * ${written}`);
          expect(problem).toMatchObject({ code: "number-malformed", nearest: `${whole}.${decimals}` });
          expect(problem?.span).toMatchObject({ start: 4, end: 4 + written.length });
        },
      ),
    );
  });

  it("the number meant is one that the language reads", () => {
    fc.assert(
      fc.property(amount, ([whole, decimals]) => {
        const meant = problemOf(`${parted(whole, ".")},${decimals}`)?.nearest ?? "";
        expect(sayings(meant)).toEqual([Number(`${whole}.${decimals}`), "end"]);
      }),
    );
  });

  it.each([
    ["−", "-"],
    ["–", "-"],
    ["×", "*"],
    ["÷", "/"],
    ["≤", "<="],
    ["≥", ">="],
    ["≠", "!="],
    ["&", "and"],
    ["|", "or"],
    ["{", "("],
    ["“", '"'],
    ["$", null],
    ["%", null],
    ["😀", null],
  ])("%s is no sign of the language; meant is %s", (sign, meant) => {
    const problem = problemOf(`t.x ${sign} 2`);
    expect(problem).toMatchObject({ code: "character-unknown", nearest: meant });
    expect(problem?.span).toMatchObject({ start: 4, end: 4 + sign.length });
  });

  it.each([
    ["max(1,5)", null],
    ["1,5", "1.5"],
    ["12.345.678", "12345678"],
    ["1.234 + 1", null],
    ["0,05 * t.x", "0.05"],
  ])("%s means %s", (text, meant) => {
    expect(problemOf(text)?.nearest ?? null).toBe(meant);
  });
});

describe("codes and areas", () => {
  it.each([
    ["t.x[a=01.2-b]", "01.2-b"],
    ['t.x[a="nông thôn"]', "nông thôn"],
    ['t.x[a=  "a b" ]', "a b"],
    ["t.x[a=nữ]", "nữ"],
    ["t.x[a=_T]", "_T"],
  ])("%s picks %s", (text, code) => {
    const parsed = parseFormula(text);
    expect(parsed.ok && parsed.ast.kind === "reference" && parsed.ast.selection[0]?.code).toBe(code);
  });

  it.each([['t.x[a="b=c"]'], ['t.x[a="b;c"]'], ['t.x[a="b\nc"]'], ['t.x[a="b]']])("%j holds no code", (text) => {
    expect(problemOf(text)?.code).toBe("text-unclosed");
  });

  it.each(["VN", "01", "vn63:24", "demo:MAU", "RRD"])("@%s is an area, also before its scenario", (area) => {
    for (const text of [`t.x@${area}`, `t.x@${area}:plan`]) {
      const parsed = parseFormula(text);
      expect(parsed.ok && parsed.ast.kind === "reference" && parsed.ast.area).toMatchObject({
        kind: "fixed",
        code: area,
      });
    }
  });

  it.each(["vn63:1", "001", "hà_nội", "vn64:01"])("@%s is none", (area) => {
    expect(problemOf(`t.x@${area}`)).not.toBeNull();
  });
});
