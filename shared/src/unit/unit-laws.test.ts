import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PURE, type Quantity, quantityOf } from "./quantity.ts";
import { growthOf, matchDeclared, multiplyQuantities, raiseQuantity } from "./unit-algebra.ts";
import { UNIT_CATALOGUE } from "./unit-catalogue.ts";
import type { UnitResult } from "./unit-fault.ts";

const anyUnit = fc.constantFrom(...UNIT_CATALOGUE.values());
/** Units that are multiplied and divided: neither levels nor moments. */
const measure = anyUnit.filter(({ kind }) => kind !== "state" && kind !== "timestamp");

function good(result: UnitResult<Quantity>): Quantity {
  if (!result.ok) throw new Error(result.fault.text.en);
  return result.quantity;
}
const times = (a: Quantity, b: Quantity): Quantity => good(multiplyQuantities(a, b, 1));
const over = (a: Quantity, b: Quantity): Quantity => good(multiplyQuantities(a, b, -1));

/** What a quantity is, whatever the order in which it came about. */
const essence = ({ exponents, factor, counted, per }: Quantity) => ({
  exponents: (["length", "mass", "time", "vnd", "usd"] as const).map((base) => exponents[base] ?? 0),
  factor: Number(factor.toPrecision(9)),
  counted: [...counted].sort(),
  per: [...per].sort(),
});

describe("products and quotients of units", () => {
  it("do not depend on the order or the grouping of their factors", () => {
    fc.assert(
      fc.property(measure, measure, measure, (first, second, third) => {
        const [a, b, c] = [quantityOf(first), quantityOf(second), quantityOf(third)];
        expect(essence(times(a, b))).toEqual(essence(times(b, a)));
        expect(essence(times(times(a, b), c))).toEqual(essence(times(a, times(b, c))));
        expect(essence(over(over(a, b), c))).toEqual(essence(over(a, times(b, c))));
      }),
    );
  });

  it("undo each other", () => {
    fc.assert(
      fc.property(measure, measure, (first, second) => {
        const [a, b] = [quantityOf(first), quantityOf(second)];
        expect(essence(over(times(a, b), b))).toEqual(essence(a));
        expect(essence(times(over(a, b), b))).toEqual(essence(a));
      }),
    );
  });

  it("of a unit by itself give a ratio, which is no unit of anything", () => {
    fc.assert(
      fc.property(measure, (unit) => {
        const ratio = over(quantityOf(unit), quantityOf(unit));
        expect(essence(ratio)).toEqual(essence(PURE));
        const times1 = UNIT_CATALOGUE.get("ratio");
        expect(times1 !== undefined && matchDeclared(ratio, times1).ok).toBe(true);
      }),
    );
  });

  it("as often as a power says are that power, and a root undoes the square", () => {
    fc.assert(
      fc.property(measure, fc.integer({ min: 1, max: 4 }), (unit, power) => {
        const a = quantityOf(unit);
        const product = Array.from({ length: power - 1 }, () => a).reduce(times, a);
        expect(essence(good(raiseQuantity(a, power)))).toEqual(essence(product));
        expect(essence(good(raiseQuantity(a, -power)))).toEqual(essence(over(PURE, product)));
        expect(essence(good(raiseQuantity(times(a, a), 0.5)))).toEqual(essence(a));
      }),
    );
  });

  it("are refused with levels and moments on either side", () => {
    fc.assert(
      fc.property(
        anyUnit.filter(({ kind }) => kind === "state" || kind === "timestamp"),
        anyUnit,
        (odd, other) => {
          for (const [a, b] of [
            [odd, other],
            [other, odd],
          ] as const)
            for (const sign of [1, -1] as const)
              expect(multiplyQuantities(quantityOf(a), quantityOf(b), sign)).toMatchObject({
                ok: false,
                fault: { code: "unit-not-arithmetic" },
              });
          expect(growthOf(quantityOf(odd)).ok).toBe(false);
        },
      ),
    );
  });
});
