import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorValue, missingValue, numberValue, type Value } from "../observation/value.ts";
import { type CombinationRule, combineAll, type Part } from "./combine-all.ts";

const number = fc.integer({ min: -1_000, max: 1_000 }).map(numberValue);
const gap = fc.constantFrom(missingValue("not-reported"), missingValue("retracted"), missingValue("not-collected"));
const keyed = (values: readonly Value[]): Part[] => values.map((value, at) => ({ key: String(at), value }));
const plainRule = fc.constantFrom<CombinationRule[]>("sum", "mean", "min", "max");
const numbers = fc.array(number, { minLength: 1, maxLength: 34 });
const wholeOf = (values: readonly Value[], rule: CombinationRule, more: object = {}): Value =>
  combineAll(keyed(values), { rule, ...more }).value;

describe("a whole", () => {
  it("of parts that are wholes themselves is the whole of all, for sums and extremes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<CombinationRule[]>("sum", "min", "max"),
        fc.array(numbers, { minLength: 1, maxLength: 6 }),
        (rule, groups) => {
          const nested = wholeOf(
            groups.map((group) => wholeOf(group, rule)),
            rule,
          );
          expect(nested).toEqual(wholeOf(groups.flat(), rule));
        },
      ),
    );
  });

  it("does not change by parts that cannot exist, and counts none of them", () => {
    fc.assert(
      fc.property(plainRule, numbers, fc.nat(34), fc.integer({ min: 1, max: 5 }), (rule, values, place, count) => {
        const impossible = Array.from({ length: count }, () => missingValue("cannot-exist"));
        const parts = keyed(values.toSpliced(place % (values.length + 1), 0, ...impossible));
        const found = combineAll(parts, { rule });
        expect(found.value).toEqual(wholeOf(values, rule));
        expect(found.coverage).toMatchObject({ have: values.length, of: values.length });
      }),
    );
  });

  it("with a gap has no value unless a part is allowed, and then that of the parts there are", () => {
    fc.assert(
      fc.property(plainRule, numbers, fc.array(gap, { minLength: 1, maxLength: 4 }), (rule, values, gaps) => {
        expect(wholeOf([...values, ...gaps], rule)).toEqual(missingValue("incomplete-parts"));
        expect(wholeOf([...gaps, ...values], rule, { incomplete: "incomplete-predecessors" })).toEqual(
          missingValue("incomplete-predecessors"),
        );
        const partial = combineAll(keyed([...gaps, ...values]), { rule, partialAllowed: true });
        expect(partial.value).toEqual(wholeOf(values, rule));
        expect(partial.coverage).toMatchObject({ have: values.length, of: values.length + gaps.length });
        expect(partial.missing.map(({ key }) => key)).toEqual(gaps.map((_, at) => String(at)));
      }),
    );
  });

  it("with one failed part has failed, whatever is allowed", () => {
    fc.assert(
      fc.property(
        plainRule,
        numbers,
        fc.array(gap, { maxLength: 3 }),
        fc.boolean(),
        (rule, values, gaps, partialAllowed) => {
          const failed = errorValue("division-by-zero");
          expect(wholeOf([...gaps, failed, ...values], rule, { partialAllowed })).toEqual(failed);
        },
      ),
    );
  });

  it("never has more parts than it needs, whatever comes", () => {
    const any = fc.oneof(number, gap, fc.constant(missingValue("cannot-exist")), fc.constant(errorValue("not-finite")));
    const rules = fc.constantFrom<CombinationRule[]>(
      "sum",
      "mean",
      "weighted",
      "last",
      "min",
      "max",
      "recompute",
      "none",
    );
    fc.assert(
      fc.property(
        rules,
        fc.array(any, { maxLength: 12 }),
        fc.boolean(),
        fc.boolean(),
        (rule, values, partialAllowed, needsAll) => {
          const { coverage, missing, value } = combineAll(keyed(values), { rule, partialAllowed, needsAll });
          expect(coverage.have + missing.length).toBe(coverage.of);
          expect(coverage.of).toBeLessThanOrEqual(values.length);
          if (value.kind === "number") expect(Number.isFinite(value.value)).toBe(true);
        },
      ),
    );
  });

  it("counts a part that is itself partial as one that is not had, though its number is taken", () => {
    const half = { have: 1, of: 2, weightShare: null };
    const parts: Part[] = [
      { key: "a", value: numberValue(2), coverage: half },
      { key: "b", value: numberValue(3) },
    ];
    expect(combineAll(parts, { rule: "sum" })).toMatchObject({ value: numberValue(5), coverage: { have: 1, of: 2 } });
  });

  it.each<[CombinationRule, Value]>([
    ["none", missingValue("not-applicable")],
    ["sum", missingValue("not-applicable")],
    ["last", missingValue("not-applicable")],
    ["recompute", missingValue("not-applicable")],
  ])("of nothing at all by %s is not applicable", (rule, value) => {
    expect(wholeOf([], rule)).toEqual(value);
  });
});
