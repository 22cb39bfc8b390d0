import { AreaCode } from "@bochiso/shared/area";
import { missingValue, numberValue, type Value } from "@bochiso/shared/observation";
import type { Explanation, ExplanationNode } from "@bochiso/shared/screen";
import { anExplanation } from "./fixtures.ts";

/** A province's part of the retail sales of the nation. */
export function aProvincePart(code: string, name: string, value: Value, patch: Partial<ExplanationNode> = {}) {
  const [leaf = anExplanation()] = anExplanation().operands;
  return {
    ...leaf,
    area: AreaCode.parse(code),
    areaName: { vi: name, en: name },
    value,
    part: { share: 1, weight: null, weights: [] },
    ...patch,
  };
}

/** Exports of the nation as the sum over provinces, one of which sent nothing, with 32 not listed. */
export function aRollUp(patch: Partial<ExplanationNode> = {}): ExplanationNode {
  return anExplanation({
    formula: null,
    formulaText: null,
    value: missingValue("incomplete-parts"),
    way: "roll-up",
    whole: {
      combination: "sum",
      partialAllowed: false,
      coverage: { have: 33, of: 34, weightShare: null },
      parts: { vi: "tỉnh, thành phố", en: "provinces" },
    },
    operands: [
      aProvincePart("96", "Cà Mau", missingValue("not-reported"), { observation: null, origin: null }),
      aProvincePart("01", "Hà Nội", numberValue(1630.15)),
    ],
    omitted: { count: 32, withoutNumber: 0 },
    truncated: true,
    ...patch,
  });
}

/** The answer to a question: a node, of the present unless told. */
export function anAnswer(node: ExplanationNode, asOf: Explanation["asOf"] = null): Explanation {
  return { ...node, asOf };
}
