import { IndicatorCode, type IndicatorDefinition } from "@bochiso/shared/indicator";

type Fields = Partial<Omit<IndicatorDefinition, "code" | "breakdowns">> & { readonly by?: readonly string[] };

/** A whole definition for tests: a monthly sum in billion đồng unless told; `by` lists its dimensions. */
export function anIndicator(code: string, { by = [], ...fields }: Fields = {}): IndicatorDefinition {
  const text = { vi: code, en: code };
  return {
    code: IndicatorCode.parse(code),
    version: 1,
    name: text,
    domain: "test",
    unit: "bn_vnd",
    valueType: "amount",
    periodType: "month",
    accumulation: "flow",
    method: text,
    formula: null,
    acceptsReported: false,
    breakdowns: by.map((dimension) => ({ dimension, required: false })),
    headlineBreakdown: {},
    aggregation: { area: "sum", time: "sum" },
    decimals: 2,
    display: { unit: text, factor: 1, decimals: 2 },
    direction: "higher",
    limits: { min: null, max: null, minExclusive: false },
    targetBand: null,
    comparability: [],
    breaks: [],
    dataSource: "test",
    responsibleAgency: "test",
    dueRule: null,
    class: "public",
    legalBasis: "",
    criteria: [],
    groups: [],
    ministries: [],
    componentOnly: false,
    evidence: "",
    review: "reviewed",
    effectiveFrom: null,
    ...fields,
  };
}
