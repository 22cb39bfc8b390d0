import { coarserRefusal } from "@bochiso/shared/aggregation";
import { DomainError } from "@bochiso/shared/errors";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { PERIOD_TYPE_WORDS, PeriodType } from "@bochiso/shared/period";
import type { Text } from "@bochiso/shared/text";
import type { Catalogue } from "../../../catalogue/catalogue.ts";
import { malformedParameter, type QueryParameters } from "../query-parameters.ts";

/** Types of periods to which values are aggregated on demand; a static value has none. */
export const FREQUENCIES = PeriodType.exclude(["static"]).options;
export type Frequency = (typeof FREQUENCIES)[number];

/** The parameter `frequency` (SDMX FREQ, with our names of period types); null where values are wanted as they stand. */
export function readFrequency(parameters: QueryParameters): Frequency | null {
  const frequency = parameters.choice("frequency", FREQUENCIES, null);
  if (frequency === null) return null;
  for (const [name, allowed, reason] of FIXED) {
    const given = parameters.one(name);
    if (given !== null && !allowed.includes(given)) throw malformedParameter(name, given, reason);
  }
  return frequency;
}

/** Parameters that have one meaning only where values are aggregated over time. */
const FIXED: readonly (readonly [name: string, allowed: readonly string[], expected: Text])[] = [
  [
    "scenario",
    ["actual"],
    {
      vi: "actual khi có frequency: kế hoạch của cả năm ứng với mọi kỳ ngắn hơn nên không cộng lại được",
      en: "actual together with frequency: a plan of the year answers every shorter period, so it does not add up",
    },
  ],
  [
    "origin",
    ["default", "computed"],
    {
      vi: "default hoặc computed khi có frequency: số gộp theo thời gian là số tính từ số đang dùng của từng kỳ",
      en: "default or computed together with frequency: what is aggregated over time is computed from the value in use of each period",
    },
  ],
  [
    "areaBasis",
    ["all", "present", "former"],
    {
      vi: "all, present hoặc former khi có frequency: số gộp của đơn vị hiện nay có thể gồm số quy đổi",
      en: "all, present or former together with frequency: a whole of a present unit may hold recast values",
    },
  ],
  ["sinceSeq", [], { vi: "bỏ sinceSeq khi có frequency", en: "no sinceSeq together with frequency" }],
  [
    "includeHistory",
    ["false"],
    { vi: "bỏ includeHistory khi có frequency", en: "no includeHistory together with frequency" },
  ],
];

/** The definitions named, each of which must be aggregated to the type. Throws `parameter-malformed`, `time-aggregation-refused`. */
export function definitionsAt(
  { definitions }: Catalogue,
  indicators: readonly string[] | null,
  frequency: Frequency,
): IndicatorDefinition[] {
  if (indicators === null) {
    throw malformedParameter("indicator", "", {
      vi: "ít nhất một mã chỉ số khi có frequency: mỗi chỉ số gộp theo quy tắc của nó",
      en: "at least one code together with frequency: each indicator is aggregated by its own rule",
    });
  }
  return [...new Set(indicators)].flatMap((code) => {
    const definition = definitions.get(code);
    if (definition === undefined) return [];
    const refusal = coarserRefusal(definition, frequency, definitions);
    if (refusal === null) return [definition];
    const [own, asked] = [PERIOD_TYPE_WORDS[definition.periodType], PERIOD_TYPE_WORDS[frequency]];
    throw new DomainError(
      "time-aggregation-refused",
      { parameter: "frequency", got: frequency, indicator: code, periodType: definition.periodType },
      {
        vi: `Chỉ số ${code} theo kỳ ${own.vi}, không gộp được theo kỳ ${asked.vi}: ${refusal.vi}`,
        en: `The indicator ${code} has periods of type ${own.en} and none of type ${asked.en}: ${refusal.en}`,
      },
    );
  });
}
