import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaleDecimal } from "./exact-decimal.ts";

describe("scaleDecimal", () => {
  it.each([
    ["103.27", 1, -100, "3.27"],
    ["97.53", 1, -100, "-2.47"],
    ["99.95", 1, -100, "-0.05"],
    ["100", 1, -100, "0"],
    ["100.00", 1, -100, "0.00"],
    ["18688.502", 1, 0, "18688.502"],
    ["-1.8644", 1, 0, "-1.8644"],
    ["4460.9", 0.001, 0, "4.4609"],
    ["7", 1.5, 0.25, "10.75"],
  ])("%s × %d + %d = %s", (text, factor, offset, expected) => {
    expect(scaleDecimal(text, factor, offset)).toBe(expected);
  });

  it.each(["", "1,5", "1e3", "NaN", "1.", ".5"])("refuses %j", (text) => {
    expect(() => scaleDecimal(text, 1, 0)).toThrow("not a plain decimal");
  });

  it("undoes itself with the opposite offset", () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 30n), 10n ** 30n),
        fc.integer({ min: 1, max: 12 }),
        fc.integer(),
        (digits, scale, offset) => {
          const text = scaleDecimal(`${digits}.${"0".repeat(scale)}`, 1, 0);
          expect(scaleDecimal(scaleDecimal(text, 1, offset), 1, -offset)).toBe(text);
        },
      ),
    );
  });
});
