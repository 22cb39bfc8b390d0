import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDefinition, type CellContent, definitionsOf, evaluateAt } from "./testing/index.ts";

const definitions = definitionsOf(aDefinition("t.a"), aDefinition("t.b"), aDefinition("t.c"));
type Cells = Readonly<Record<string, CellContent>>;
const valueAt = (formula: string, cells: Cells = {}) => evaluateAt(formula, "2025-03", cells, { definitions }).value;

/** A sum as text in every bracket it needs, and what it is in whole numbers without end. */
interface Sum {
  readonly text: string;
  readonly exact: bigint;
}
const { sum: wholeSums } = fc.letrec<{ sum: Sum }>((tie) => ({
  sum: fc.oneof(
    { depthSize: "small", maxDepth: 5, withCrossShrink: true },
    fc.nat(99).map((n) => ({ text: String(n), exact: BigInt(n) })),
    tie("sum").map(({ text, exact }) => ({ text: `-(${text})`, exact: -exact })),
    fc.tuple(tie("sum"), tie("sum")).map(([a, b]) => ({ text: `(${a.text}) + (${b.text})`, exact: a.exact + b.exact })),
    fc.tuple(tie("sum"), tie("sum")).map(([a, b]) => ({ text: `(${a.text}) - (${b.text})`, exact: a.exact - b.exact })),
    fc.tuple(tie("sum"), tie("sum")).map(([a, b]) => ({ text: `(${a.text}) * (${b.text})`, exact: a.exact * b.exact })),
  ),
}));

describe("arithmetic of a formula", () => {
  it("is exact in whole numbers as far as these are", () => {
    fc.assert(
      fc.property(
        wholeSums.filter(({ text, exact }) => text.length < 1_500 && exact ** 2n < 2n ** 80n),
        ({ text, exact }) => {
          expect(valueAt(text)).toEqual({ kind: "number", value: Number(exact) });
        },
      ),
    );
  });

  it("binds as school does: without brackets, times before plus", () => {
    const small = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(small, small, small, small, (a, b, c, d) => {
        expect(valueAt(`${a} + ${b} * ${c} - ${d}`)).toEqual({ kind: "number", value: a + b * c - d });
        expect(valueAt(`${a} - ${b} - ${c}`)).toEqual({ kind: "number", value: a - b - c });
        expect(valueAt(`-${a}^2`)).toEqual({ kind: "number", value: -(a * a) });
      }),
    );
  });
});

const content = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -50, max: 50 }) },
  { weight: 2, arbitrary: fc.constantFrom("missing:retracted" as const, "missing:not-collected" as const) },
  { weight: 1, arbitrary: fc.constant("error" as const) },
);
const threeCells = fc.tuple(content, content, content).map(([a, b, c]) => ({ a, b, c }));
const cellsOf = ({ a, b, c }: Record<"a" | "b" | "c", CellContent>): Cells => ({
  "t.a/2025-03": a,
  "t.b/2025-03": b,
  "t.c/2025-03": c,
});

describe("missing and failed operands", () => {
  it("an error anywhere is an error, else a gap anywhere is a gap with the first reason, else there is a number", () => {
    const formula = fc.constantFrom(
      "t.a + t.b - t.c",
      "t.a * (t.b + t.c)",
      "max(t.a, t.b, t.c)",
      "abs(t.a) - -t.b * t.c",
    );
    fc.assert(
      fc.property(formula, threeCells, (text, held) => {
        const contents = [held.a, held.b, held.c];
        const gap = contents.find((it) => typeof it === "string" && it !== "error");
        const reason = gap === "missing:retracted" ? "retracted" : "not-collected";
        expect(valueAt(text, cellsOf(held))).toMatchObject(
          contents.includes("error")
            ? { kind: "error" }
            : gap === undefined
              ? { kind: "number" }
              : { kind: "missing", reason },
        );
      }),
    );
  });

  it("coalesce is associative, and what is missing is its neutral element", () => {
    fc.assert(
      fc.property(threeCells, (held) => {
        const cells = cellsOf(held);
        const flat = valueAt("coalesce(t.a, t.b, t.c)", cells);
        expect(valueAt("coalesce(coalesce(t.a, t.b), t.c)", cells)).toEqual(flat);
        expect(valueAt("coalesce(t.a, coalesce(t.b, t.c))", cells)).toEqual(flat);
        expect(valueAt("coalesce(t.a, t.a)", cells)).toEqual(valueAt("t.a", cells));
        const nothing = "yearAgo(t.a)";
        if (typeof held.b === "number")
          expect(valueAt(`coalesce(${nothing}, t.b)`, cells)).toEqual(valueAt("t.b", cells));
        expect(valueAt(`coalesce(t.b, ${nothing})`, cells)).toEqual(valueAt("t.b", cells));
      }),
    );
  });

  it("coalesce(x, y) is if(isMissing(x), y, x) where one of them is a number", () => {
    fc.assert(
      fc.property(threeCells, fc.integer(), (held, y) => {
        const cells = { ...cellsOf(held), "t.b/2025-03": y };
        expect(valueAt("coalesce(t.a, t.b)", cells)).toEqual(valueAt("if(isMissing(t.a), t.b, t.a)", cells));
      }),
    );
  });

  it("a branch that is not taken changes nothing", () => {
    fc.assert(
      fc.property(threeCells, content, (held, other) => {
        const [cells, changed] = [cellsOf(held), cellsOf({ ...held, c: other })];
        expect(valueAt("if(1 < 2, t.a - t.b, t.c)", cells)).toEqual(valueAt("if(1 < 2, t.a - t.b, t.c)", changed));
      }),
    );
  });

  it("min and max are the ends of the same row: max(x) = -min(-x)", () => {
    fc.assert(
      fc.property(threeCells, (held) => {
        const cells = cellsOf(held);
        expect(valueAt("max(t.a, t.b, t.c)", cells)).toEqual(valueAt("-min(-t.a, -t.b, -t.c)", cells));
      }),
    );
  });

  it("step counts the thresholds reached, in any order of them", () => {
    const limit = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(limit, limit, limit, limit, (x, p, q, r) => {
        const value = [p, q, r].filter((it) => x >= it).length;
        for (const order of [`${p}, ${q}, ${r}`, `${r}, ${p}, ${q}`])
          expect(valueAt(`step(${x}, ${order})`)).toEqual({ kind: "number", value });
      }),
    );
  });
});
