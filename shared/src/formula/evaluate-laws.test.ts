import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Period, periodId, shiftPeriod } from "../period/index.ts";
import { aDefinition, aPeriod, type CellContent, definitionsOf, evaluateAt } from "./testing/index.ts";

const definitions = definitionsOf(
  aDefinition("t.a"),
  aDefinition("t.b"),
  aDefinition("t.c"),
  aDefinition("t.flow"),
  aDefinition("t.ytd", { accumulation: "ytd", aggregation: { area: "sum", time: "last" } }),
  aDefinition("t.daily", { periodType: "day" }),
);
type Cells = Readonly<Record<string, CellContent>>;
const valueOf = (formula: string, cells: Cells = {}, period = "2025-03") =>
  evaluateAt(formula, period, cells, { definitions }).value;

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
          expect(valueOf(text)).toEqual({ kind: "number", value: Number(exact) });
        },
      ),
    );
  });

  it("binds as school does: without brackets, times before plus", () => {
    const small = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(small, small, small, small, (a, b, c, d) => {
        expect(valueOf(`${a} + ${b} * ${c} - ${d}`)).toEqual({ kind: "number", value: a + b * c - d });
        expect(valueOf(`${a} - ${b} - ${c}`)).toEqual({ kind: "number", value: a - b - c });
        expect(valueOf(`-${a}^2`)).toEqual({ kind: "number", value: -(a * a) });
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
        expect(valueOf(text, cellsOf(held))).toMatchObject(
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
        const flat = valueOf("coalesce(t.a, t.b, t.c)", cells);
        expect(valueOf("coalesce(coalesce(t.a, t.b), t.c)", cells)).toEqual(flat);
        expect(valueOf("coalesce(t.a, coalesce(t.b, t.c))", cells)).toEqual(flat);
        expect(valueOf("coalesce(t.a, t.a)", cells)).toEqual(valueOf("t.a", cells));
        const nothing = "yearAgo(t.a)";
        if (typeof held.b === "number")
          expect(valueOf(`coalesce(${nothing}, t.b)`, cells)).toEqual(valueOf("t.b", cells));
        expect(valueOf(`coalesce(t.b, ${nothing})`, cells)).toEqual(valueOf("t.b", cells));
      }),
    );
  });

  it("coalesce(x, y) is if(isMissing(x), y, x) where one of them is a number", () => {
    fc.assert(
      fc.property(threeCells, fc.integer(), (held, y) => {
        const cells = { ...cellsOf(held), "t.b/2025-03": y };
        expect(valueOf("coalesce(t.a, t.b)", cells)).toEqual(valueOf("if(isMissing(t.a), t.b, t.a)", cells));
      }),
    );
  });

  it("a branch that is not taken changes nothing", () => {
    fc.assert(
      fc.property(threeCells, content, (held, other) => {
        const [cells, changed] = [cellsOf(held), cellsOf({ ...held, c: other })];
        expect(valueOf("if(1 < 2, t.a - t.b, t.c)", cells)).toEqual(valueOf("if(1 < 2, t.a - t.b, t.c)", changed));
      }),
    );
  });

  it("min and max are the ends of the same row: max(x) = -min(-x)", () => {
    fc.assert(
      fc.property(threeCells, (held) => {
        const cells = cellsOf(held);
        expect(valueOf("max(t.a, t.b, t.c)", cells)).toEqual(valueOf("-min(-t.a, -t.b, -t.c)", cells));
      }),
    );
  });

  it("step counts the thresholds reached, in any order of them", () => {
    const limit = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(limit, limit, limit, limit, (x, p, q, r) => {
        const value = [p, q, r].filter((it) => x >= it).length;
        for (const order of [`${p}, ${q}, ${r}`, `${r}, ${p}, ${q}`])
          expect(valueOf(`step(${x}, ${order})`)).toEqual({ kind: "number", value });
      }),
    );
  });
});

/** Whole amounts of consecutive months from January 2023 on, perhaps with gaps. */
const flows = fc.array(fc.option(fc.integer({ min: 1, max: 1_000 }), { freq: 12 }), { minLength: 26, maxLength: 36 });
const JANUARY_2023 = aPeriod("2023-01");
const monthAt = (index: number): Period => shiftPeriod(JANUARY_2023, index);

/** Cells of the flow, and of its running totals of the year as an agency would send them. */
function monthsOf(amounts: readonly (number | null)[]): Cells {
  const cells: Record<string, CellContent> = {};
  let total: number | null = 0;
  for (const [index, amount] of amounts.entries()) {
    if (index % 12 === 0) total = 0;
    total = total === null || amount === null ? null : total + amount;
    if (amount !== null) cells[`t.flow/${periodId(monthAt(index))}`] = amount;
    if (total !== null) cells[`t.ytd/${periodId(monthAt(index))}`] = total;
  }
  return cells;
}

/** The two formulas give the same in every month from the second year on. */
function sameEverywhere(left: string, right: (month: number) => string): void {
  fc.assert(
    fc.property(flows, (amounts) => {
      const cells = monthsOf(amounts);
      for (let index = 13; index < amounts.length; index += 4) {
        const id = periodId(monthAt(index));
        const [a, b] = [valueOf(left, cells, id), valueOf(right(index % 12), cells, id)];
        expect(a.kind === "missing" ? a.kind : a, id).toEqual(b.kind === "missing" ? b.kind : b);
      }
    }),
    { numRuns: 40 },
  );
}

describe("time functions of monthly series", () => {
  it.each<[string, (month: number) => string]>([
    ["previous(t.flow)", () => "lag(t.flow, 1)"],
    ["yearAgo(t.flow)", () => "lag(t.flow, 12)"],
    ["lag(lag(t.flow, 3), 4)", () => "lag(t.flow, 7)"],
    ["yearAgo(previous(t.flow))", () => "previous(yearAgo(t.flow))"],
    ["endOfLastYear(t.flow)", (month) => `lag(t.flow, ${month + 1})`],
    ["ytd(t.flow)", (month) => `rollingSum(t.flow, ${month + 1})`],
    ["ytdMean(t.flow) * 1", (month) => `ytd(t.flow) / ${month + 1}`],
    ["rollingMean(t.flow, 4)", () => "rollingSum(t.flow, 4) / 4"],
    ["rollingSum(t.flow, 3)", () => "t.flow + previous(t.flow) + lag(t.flow, 2)"],
    ["yoy(t.flow)", () => "(t.flow - yearAgo(t.flow)) / yearAgo(t.flow) * 100"],
    ["pop(t.flow)", () => "(t.flow - previous(t.flow)) / previous(t.flow) * 100"],
    ["yoy(ytd(t.flow))", (month) => `yoy(rollingSum(t.flow, ${month + 1}))`],
    ["yearAgo(t.flow + t.ytd)", () => "yearAgo(t.flow) + yearAgo(t.ytd)"],
    ["ytd(2 * t.flow)", () => "2 * ytd(t.flow)"],
    ["ytd(inPeriod(t.ytd))", () => "t.ytd"],
  ])("%s is what it is made of", (left, right) => {
    sameEverywhere(left, right);
  });

  it("inPeriod gives back the amounts that a running total was made of", () => {
    fc.assert(
      fc.property(flows, (amounts) => {
        const cells = monthsOf(amounts);
        for (const [index, amount] of amounts.entries()) {
          const id = periodId(monthAt(index));
          const value = valueOf("inPeriod(t.ytd)", cells, id);
          if (value.kind === "number") expect(value.value).toBe(amount);
          else expect(amounts.slice(index - (index % 12), index + 1)).toContain(null);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("a finer series of every day is summed into the month it lies in, to its last day", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("2024-02", "2025-02", "2025-04", "2025-12"),
        fc.integer({ min: 1, max: 9 }),
        (month, each) => {
          const cells: Record<string, CellContent> = {};
          const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
          for (let day = 1; day <= days; day += 1) cells[`t.daily/${month}-${String(day).padStart(2, "0")}`] = each;
          expect(valueOf("t.daily", cells, month)).toEqual({ kind: "number", value: days * each });
          delete cells[`t.daily/${month}-${days}`];
          expect(valueOf("t.daily", cells, month)).toEqual({ kind: "missing", reason: "incomplete-parts" });
        },
      ),
      { numRuns: 20 },
    );
  });
});
