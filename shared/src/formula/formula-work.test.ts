import fc from "fast-check";
import { expect, it } from "vitest";
import { AreaCode } from "../area/index.ts";
import { TOTAL_KEY } from "../breakdown/index.ts";
import { numberValue } from "../observation/index.ts";
import { compileFormula } from "./compile-formula.ts";
import { bindFormula } from "./evaluate.ts";
import { formulaWork } from "./formula-work.ts";
import { parseFormula } from "./parse-formula.ts";
import { aDefinition, aPeriod, definitionsOf, THREE_PROVINCES } from "./testing/index.ts";

const definitions = definitionsOf(aDefinition("t.x"), aDefinition("t.cum", { accumulation: "ytd" }));
const DECEMBER = aPeriod("2025-12").ordinal;

/** How often the formula reads an operand in one cell. */
function readingsOf(text: string): { told: number; made: number } {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(text);
  let made = 0;
  const reading = { value: numberValue(1000), token: null };
  const formula = compileFormula({ ast: parsed.ast, periodType: "month", definitions });
  const at = () => {
    made += 1;
    return reading;
  };
  bindFormula({
    formula,
    area: AreaCode.parse("VN"),
    breakdown: TOTAL_KEY,
    source: { open: () => ({ at }) },
    space: THREE_PROVINCES,
  }).at(DECEMBER);
  return { told: formulaWork(parsed.ast), made };
}

const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { depthSize: "medium", maxDepth: 5, withCrossShrink: true },
    fc.constantFrom("t.x", "t.cum", "2"),
    fc
      .tuple(
        fc.constantFrom("yoy", "pop", "inPeriod", "previous", "yearAgo", "endOfLastYear", "abs", "-", "isMissing"),
        tie("formula"),
      )
      .map(([name, x]) => `${name}(${x})`),
    fc
      .tuple(fc.constantFrom("lag", "rollingSum", "rollingMean"), tie("formula"))
      .map(([name, x]) => `${name}(${x}, 2)`),
    fc.tuple(tie("formula"), tie("formula")).map(([a, b]) => `coalesce(${a}, ${b})`),
    fc.tuple(tie("formula"), tie("formula")).map(([a, b]) => `if(${a} > 0, ${a}, ${b})`),
    fc.tuple(tie("formula"), fc.constantFrom("+", "/"), tie("formula")).map(([a, sign, b]) => `(${a}) ${sign} (${b})`),
  ),
}));

it("a formula never makes more readings than were told beforehand, however its functions stand inside each other", () => {
  fc.assert(
    fc.property(
      formula.filter((text) => text.length < 1_000 && parseFormula(text).ok),
      (text) => {
        const { told, made } = readingsOf(text);
        expect(made).toBeLessThanOrEqual(told);
      },
    ),
    { numRuns: 60 },
  );
});
