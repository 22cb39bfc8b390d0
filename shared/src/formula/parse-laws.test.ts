import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expression } from "./ast.ts";
import { FORMULA_LIMITS } from "./formula-limits.ts";
import { parseFormula } from "./parse-formula.ts";
import { printFormula } from "./print-formula.ts";
import { anyExpression, bare, treeOf } from "./testing/expressions.ts";

const printed = anyExpression.map(printFormula).filter((text) => text.length <= FORMULA_LIMITS.length);

/** A text with every part outside of quotes changed. */
const outsideQuotes = (text: string, change: (part: string) => string): string =>
  text
    .split(/("[^"]*")/)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join("");

/** Every node of a tree. */
function nodesOf(node: Expression): Expression[] {
  switch (node.kind) {
    case "unary":
      return [node, ...nodesOf(node.operand)];
    case "binary":
      return [node, ...nodesOf(node.left), ...nodesOf(node.right)];
    case "call":
      return [node, ...node.arguments.flatMap(nodesOf)];
    default:
      return [node];
  }
}

/** Places of brackets that group (not those of calls), each with its partner. */
function groupsOf(text: string): { open: number; close: number }[] {
  const opened: number[] = [];
  const groups: { open: number; close: number }[] = [];
  for (const [at, sign] of Array.from(text).entries()) {
    if (sign === "(") opened.push(at);
    const open = sign === ")" ? opened.pop() : undefined;
    if (open !== undefined && !/[\p{L}_]$/u.test(text.slice(0, open))) groups.push({ open, close: at });
  }
  return groups;
}

describe("the text of a formula", () => {
  it("means the same with any blanks between its parts", () => {
    const blank = fc.constantFrom(" ", "  ", "\t", "\n", "\r\n  ", "\u00a0");
    fc.assert(
      fc.property(printed, blank, (text, gap) => {
        const spread = outsideQuotes(text, (part) => part.replace(/ /g, gap).replace(/[()[\],]/g, `${gap}$&${gap}`));
        fc.pre(spread.length <= FORMULA_LIMITS.length);
        expect(treeOf(spread)).toEqual(treeOf(text));
      }),
    );
  });

  it("means the same without blanks around signs", () => {
    fc.assert(
      fc.property(printed, (text) => {
        const tight = outsideQuotes(text, (part) => part.replace(/ ?([+\-*/^=!<>,]+) ?/g, "$1"));
        expect(treeOf(tight)).toEqual(treeOf(text));
      }),
    );
  });

  it("means the same in brackets of its own", () => {
    fc.assert(
      fc.property(printed, (text) => {
        expect(treeOf(`((${text}))`)).toEqual(treeOf(text));
      }),
    );
  });

  it("printed, cannot do without any of its brackets but those that set off a not", () => {
    fc.assert(
      fc.property(
        // Quoted codes hold blanks only: no bracket stands in them.
        printed.filter((text) => groupsOf(text).length > 0),
        (text) => {
          for (const { open, close } of groupsOf(text)) {
            if (text.startsWith("(not ", open)) continue;
            const without = `${text.slice(0, open)} ${text.slice(open + 1, close)} ${text.slice(close + 1)}`;
            expect(treeOf(without), `${text} without its bracket at ${open}`).not.toEqual(treeOf(text));
          }
        },
      ),
    );
  });

  it("gives every part its place: what stands there reads as that part", () => {
    fc.assert(
      fc.property(printed, (text) => {
        const parsed = parseFormula(text);
        for (const node of parsed.ok ? nodesOf(parsed.ast) : []) {
          expect(treeOf(text.slice(node.span.start, node.span.end))).toEqual(bare(node));
        }
      }),
    );
  });

  it("is refused whole where anything follows it", () => {
    fc.assert(
      fc.property(printed, fc.constantFrom(" 1", ")", "]", ",", " t.x", " true"), (text, tail) => {
        fc.pre(text.length + tail.length <= FORMULA_LIMITS.length);
        const parsed = parseFormula(text + tail);
        expect(parsed.ok).toBe(false);
      }),
    );
  });
});

describe("limits of a formula", () => {
  const isRead = (text: string): boolean => parseFormula(text).ok;
  const terms = (count: number): string => Array.from({ length: count }, () => "1").join("+");

  it("counts letters, parts and layers, each up to its limit", () => {
    const { length, depth } = FORMULA_LIMITS;
    expect([isRead("1".padEnd(length)), isRead("1".padEnd(length + 1))]).toEqual([true, false]);
    // n numbers and n − 1 signs.
    expect([isRead(terms(250)), isRead(terms(251))]).toEqual([true, false]);
    const nested = (layers: number) => `${"(".repeat(layers)}1${")".repeat(layers)}`;
    expect([isRead(nested(depth - 1)), isRead(nested(depth))]).toEqual([true, false]);
  });

  it("does not count layers that were closed again", () => {
    expect(isRead(Array.from({ length: 60 }, () => "(((1)))").join("+"))).toBe(true);
  });
});
