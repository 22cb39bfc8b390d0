import { type IndicatorDefinition, isComputedOnly } from "@bochiso/shared/indicator";
import { QualityRule } from "@bochiso/shared/quality";

/** What is counted or measured. Rates and indices have bounds and changes of their own. */
const MEASURED: ReadonlySet<IndicatorDefinition["valueType"]> = new Set(["amount", "count", "level"]);
/** Emergencies: what is counted there is nothing for weeks and a hundred in a night. */
const SUDDEN: ReadonlySet<string> = new Set(["dis", "hyd", "sar", "epi", "vet"]);
/** Values of a year so far fall to a twelfth each January, events come as they come: neither is calm enough to tell. */
const CALM: ReadonlySet<IndicatorDefinition["accumulation"]> = new Set(["flow", "stock"]);

const BASIS = {
  vi: "So với trung vị 13 kỳ trước của chính chuỗi; lệch tròn 10, 100 hoặc 1.000 lần thường do nhầm đơn vị (con – nghìn con, triệu – tỷ). Quy tắc chung, không đặt ngưỡng riêng cho chỉ số.",
  en: "Against the median of the 13 periods before of the series itself; being off by just 10, 100 or 1,000 times is usually a slip of the unit (heads for thousands, millions for billions). A general rule without a threshold of the indicator.",
};

/** A rule against slips of the unit for each indicator that feeds report as an amount and that has no such rule yet. */
export function unitSlipRules(
  definitions: readonly IndicatorDefinition[],
  rules: readonly Pick<QualityRule, "indicator" | "check">[],
): QualityRule[] {
  const known = new Set(rules.filter(({ check }) => check.kind === "magnitude").map(({ indicator }) => indicator));
  return definitions
    .filter(
      (definition) =>
        !known.has(definition.code) &&
        // Of harm (fewer is better) a tenfold day is what the indicator is for.
        definition.direction !== "lower" &&
        !SUDDEN.has(definition.domain) &&
        !isComputedOnly(definition) &&
        MEASURED.has(definition.valueType) &&
        CALM.has(definition.accumulation),
    )
    .map(({ code, name }) =>
      QualityRule.parse({
        code: `${code}.magnitude`,
        version: 1,
        indicator: code,
        check: { kind: "magnitude" },
        severity: "warning",
        name: { vi: `${name.vi}: sai đơn vị tính`, en: `${name.en}: slip of the unit` },
        basis: BASIS,
        review: "initial-import",
      }),
    );
}
