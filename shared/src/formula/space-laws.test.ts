import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AreaCode } from "../area/index.ts";
import { TOTAL_KEY } from "../breakdown/index.ts";
import { numberValue, ObservationStatus } from "../observation/index.ts";
import { compileFormula } from "./compile-formula.ts";
import { bindFormula, evaluate, traceFormula } from "./evaluate.ts";
import type { OperandReading } from "./operand.ts";
import { parseFormula } from "./parse-formula.ts";
import { aDefinition, aPeriod, definitionsOf, evaluateAt, THREE_PROVINCES } from "./testing/index.ts";

const definitions = definitionsOf(aDefinition("t.up"), aDefinition("t.down", { direction: "lower" }));
const PROVINCES = ["01", "02", "03"];
const threeNumbers = fc.tuple(...PROVINCES.map(() => fc.integer({ min: -50, max: 50 })));

/** What a formula gives in one area, over numbers of March 2025 in the three provinces. */
function inArea(formula: string, area: string, numbers: readonly number[]): number | null {
  const cells: Record<string, number> = {};
  for (const [at, value] of numbers.entries())
    for (const name of ["t.up", "t.down"]) cells[`${name}@${PROVINCES[at]}/2025-03`] = value;
  const { value } = evaluateAt(formula, "2025-03", cells, { definitions, area });
  return value.kind === "number" ? value.value : null;
}

describe("over areas", () => {
  it("a rank is one more than the number of areas that are better, both ways of better", () => {
    fc.assert(
      fc.property(threeNumbers, (numbers) => {
        for (const [at, own] of numbers.entries()) {
          const area = PROVINCES[at] ?? "";
          expect(inArea("rank(t.up)", area, numbers)).toBe(1 + numbers.filter((it) => it > own).length);
          expect(inArea("rank(t.down)", area, numbers)).toBe(1 + numbers.filter((it) => it < own).length);
        }
      }),
    );
  });

  it("ranks do not change where every area grows by the same, and turn round with the sign", () => {
    fc.assert(
      fc.property(threeNumbers, fc.constantFrom(...PROVINCES), (numbers, area) => {
        expect(inArea("rank(t.up * 2 + t.up)", area, numbers)).toBe(inArea("rank(t.up)", area, numbers));
        expect(inArea("rank(-t.up)", area, numbers)).toBe(inArea("rank(t.down)", area, numbers));
      }),
    );
  });

  it("a sum is linear: of sums, of multiples", () => {
    fc.assert(
      fc.property(threeNumbers, fc.integer({ min: -9, max: 9 }), (numbers, k) => {
        const total = numbers.reduce((sum, each) => sum + each, 0);
        expect(inArea("sum(t.up over area)", "VN", numbers)).toBe(total);
        expect(inArea(`sum(${k} * t.up + t.down over area)`, "VN", numbers)).toBe((k + 1) * total + 0);
      }),
    );
  });

  it("the shares of the areas add up to the share of their sum", () => {
    const positive = fc.tuple(...PROVINCES.map(() => fc.integer({ min: 1, max: 1_000 })));
    fc.assert(
      fc.property(positive, (numbers) => {
        expect(inArea("sum(share(t.up, 8) over area)", "VN", numbers)).toBeCloseTo(
          inArea("share(sum(t.up over area), 8)", "VN", numbers) ?? Number.NaN,
          8,
        );
      }),
    );
  });
});

describe("what the numbers read leave on the result", () => {
  const parsed = parseFormula("t.up + previous(t.up)");
  const ast = parsed.ok ? parsed.ast : null;
  const cell = { area: AreaCode.parse("01"), breakdown: TOTAL_KEY, period: aPeriod("2025-03") };
  const status = fc.constantFrom(...ObservationStatus.options.filter((it) => !"MOL".includes(it)));

  function of(current: Partial<OperandReading>, before: Partial<OperandReading>) {
    if (ast === null) throw new Error("the formula of this test does not parse");
    const read = ({ period }: { period: { ordinal: number } }): OperandReading => ({
      value: numberValue(1),
      token: null,
      ...(period.ordinal === cell.period.ordinal ? current : before),
    });
    return evaluate({ ast, cell, definitions, read });
  }

  it("is the less firm status of the two, whichever is read first", () => {
    const order = ["F", "E", "P", "A"];
    fc.assert(
      fc.property(status, status, (a, b) => {
        const expected = order.find((it) => it === a || it === b);
        expect(of({ status: a }, { status: b }).status).toBe(expected);
      }),
    );
  });

  it("is the lower coverage of the two, and none where both are whole", () => {
    const [third, half, whole] = [
      { have: 1, of: 3, weightShare: null },
      { have: 1, of: 2, weightShare: null },
      { have: 3, of: 3, weightShare: null },
    ];
    expect(of({ coverage: third }, { coverage: half }).coverage).toEqual(third);
    expect(of({ coverage: half }, { coverage: third }).coverage).toEqual(third);
    expect(of({ coverage: half }, { coverage: whole }).coverage).toEqual(half);
    expect(of({ coverage: whole }, { coverage: null }).coverage).toBeNull();
  });

  it("is nothing on what is no number", () => {
    const gone = of(
      { status: "P", coverage: { have: 1, of: 3, weightShare: null } },
      { value: { kind: "missing", reason: "retracted" } },
    );
    expect(gone).toMatchObject({ value: { kind: "missing" }, status: null, coverage: null });
  });
});

describe("one formula, read in two ways", () => {
  const numbers = (ordinal: number): OperandReading => ({ value: numberValue((ordinal * 7919) % 101), token: ordinal });

  it("gives the same bound to a series as explained cell by cell, in any order of periods", () => {
    const text = "if(t.up > previous(t.up), yoy(t.up + 1), rollingMean(t.down, 3)) + rank(t.up)";
    const parsed = parseFormula(text);
    if (!parsed.ok) throw new Error(text);
    const formula = compileFormula({ ast: parsed.ast, periodType: "month", definitions });
    const place = { area: AreaCode.parse("02"), breakdown: TOTAL_KEY };
    const source = { open: () => ({ at: numbers }) };
    const bound = bindFormula({ formula, ...place, source, space: THREE_PROVINCES });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 24_000, max: 24_400 }), { minLength: 1 }), (months) => {
        for (const ordinal of months) {
          const cell = { ...place, period: { type: "month" as const, ordinal } };
          const { value, live } = traceFormula({ formula, cell, source, space: THREE_PROVINCES });
          expect(bound.at(ordinal)).toMatchObject({ value, live });
        }
      }),
    );
  });

  it("is not compiled where the checker would have refused it", () => {
    const compiled = (text: string) => () => {
      const parsed = parseFormula(text);
      if (!parsed.ok) throw new Error(text);
      return compileFormula({ ast: parsed.ast, periodType: "week", definitions });
    };
    expect(compiled("t.nobody")).toThrowError(expect.objectContaining({ code: "formula-not-checked" }));
    expect(compiled("t.up")).toThrowError(expect.objectContaining({ code: "formula-not-checked" }));
  });
});
