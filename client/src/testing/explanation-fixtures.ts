import { AreaCode } from "@bochiso/shared/area";
import { TOTAL_KEY } from "@bochiso/shared/breakdown";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { missingValue, numberValue, type Value } from "@bochiso/shared/observation";
import type { Explanation, ExplanationNode } from "@bochiso/shared/screen";

import { aPeriod, NSO } from "./fixtures.ts";

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

function aLeaf(patch: Partial<ExplanationNode>): ExplanationNode {
  return {
    ref: "trade.export.value",
    indicator: IndicatorCode.parse("trade.export.value"),
    name: { vi: "Kim ngạch xuất khẩu", en: "Exports" },
    area: AreaCode.parse("VN"),
    areaName: { vi: "Cả nước", en: "Viet Nam" },
    breakdown: TOTAL_KEY,
    breakdownLabel: null,
    scenario: "actual",
    origin: "reported",
    period: aPeriod("2025-02"),
    value: numberValue(31108.3),
    status: "E",
    unit: { vi: "triệu USD", en: "million USD" },
    decimals: 1,
    display: { unit: { vi: "tỷ USD", en: "billion USD" }, factor: 0.001, decimals: 2 },
    growthOffset: 0,
    way: null,
    whole: null,
    partial: null,
    part: null,
    omitted: null,
    substitutions: [],
    formula: null,
    formulaText: null,
    definitionVersion: 1,
    operands: [],
    observation: {
      revision: 1,
      status: "E",
      valueText: "31108.3",
      note: null,
      feed: "nso.monthly",
      submission: "sub-2025-02",
      publisher: NSO,
      document: "Biểu số liệu tháng 2/2025",
      recordedAt: "2025-02-28T00:00:00+07:00",
      commitSeq: 90,
    },
    doubt: null,
    beside: null,
    simulated: false,
    truncated: false,
    ...patch,
  };
}

/** Why the trade balance is what it is: exports less imports, one operand revised, one beside another origin. */
export function anExplanation(patch: Partial<ExplanationNode> = {}): ExplanationNode {
  return aLeaf({
    ref: "trade.balance",
    indicator: IndicatorCode.parse("trade.balance"),
    name: { vi: "Cán cân thương mại hàng hóa", en: "Goods trade balance" },
    origin: "computed",
    value: numberValue(-1549.964),
    way: "formula",
    formula: "trade.export.value - trade.import.value",
    formulaText: { vi: "Kim ngạch xuất khẩu − Kim ngạch nhập khẩu", en: "Exports − Imports" },
    observation: null,
    operands: [
      aLeaf({}),
      aLeaf({
        ref: "trade.import.value",
        indicator: IndicatorCode.parse("trade.import.value"),
        name: { vi: "Kim ngạch nhập khẩu", en: "Imports" },
        value: numberValue(32658.264),
      }),
    ],
    ...patch,
  });
}
