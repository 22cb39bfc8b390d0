import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { Value } from "../observation/value.ts";
import type { Text } from "../text/text.ts";
import type { CardPoint } from "./card-point.ts";

/** Below half of the last printed digit two figures are the same figure. */
const HALF = 0.5;

const EQUAL: Text = {
  vi: "Hai số khớp nhau sau khi làm tròn",
  en: "The two figures agree after rounding",
};
const NOT_COMPUTABLE: Text = {
  vi: "Không tính được từ các thành phần đang có; số công bố được giữ nguyên",
  en: "Not computable from the components at hand; the published figure stands",
};
const RATIO_TO_PLAN: Text = {
  vi: "Kế hoạch vốn chỉ được công bố trong tháng 1 và điều chỉnh trong năm; tỷ lệ công bố tính trên kế hoạch đã điều chỉnh",
  en: "The plan is published in January only and changes during the year; the published rate uses the changed plan",
};
const WITHOUT_PLAN: Text = {
  vi: "Không tính được: kế hoạch vốn chỉ được công bố trong tháng 1 và điều chỉnh trong năm; số công bố được giữ nguyên",
  en: "Not computable: the plan is published in January only and changes during the year; the published figure stands",
};
const GROWTH: Text = {
  vi: "Cơ quan công bố tính trên số liệu cùng kỳ đã điều chỉnh; hệ thống tính từ số đang lưu, trong đó có số ước tính lần đầu",
  en: "The publisher used revised figures of the year before; the system computes from what is stored, first estimates among it",
};
const CUMULATED: Text = {
  vi: "Số lũy kế công bố đã gồm điều chỉnh của các tháng trước; tổng tính từ số ước tính lần đầu của từng tháng",
  en: "The published total includes revisions of earlier months; the sum is of the months' first estimates",
};
const GENERAL: Text = {
  vi: "Số công bố và các thành phần được ước tính, điều chỉnh ở những thời điểm khác nhau",
  en: "The published figure and its components were estimated and revised at different times",
};

const TOO_FEW_PARTS: Text = {
  vi: "Chưa cộng được số chung: chưa đủ số liệu của các địa phương",
  en: "The parts cannot be added up: figures of some areas are missing",
};
const SUM_OF_PARTS: Text = {
  vi: "Số tính là tổng hợp số của các địa phương; số công bố chung có thể gồm phần không phân bổ cho địa phương nào, hoặc được ước tính ở thời điểm khác",
  en: "The computed figure is made of the areas' figures; the published whole may hold what belongs to no area, or was estimated at another time",
};

/**
 * What explains that a reported figure and the computed one differ, as far as the definition tells: the plan that changes
 * during the year, a base that was revised, sums of first estimates, a whole that is more than its areas. Not a finding about the single figure.
 */
export function originDifferenceReason(
  definition: Pick<IndicatorDefinition, "formula" | "valueType" | "decimals">,
  computed: Value,
  difference: Value,
  way: CardPoint["way"] = null,
): Text {
  if (way === "roll-up" || way === "total") return wholeReason(definition, computed, difference);
  const formula = definition.formula ?? "";
  const overPlan = /plan\b/u.test(formula);
  if (computed.kind !== "number" || difference.kind !== "number") return overPlan ? WITHOUT_PLAN : NOT_COMPUTABLE;
  if (Math.abs(difference.value) < HALF * 10 ** -definition.decimals) return EQUAL;
  if (overPlan) return RATIO_TO_PLAN;
  if (definition.valueType === "growth_pct") return GROWTH;
  return formula.includes("ytd(") || formula.includes("inPeriod(") ? CUMULATED : GENERAL;
}

function wholeReason({ decimals }: Pick<IndicatorDefinition, "decimals">, computed: Value, difference: Value): Text {
  if (computed.kind !== "number" || difference.kind !== "number") return TOO_FEW_PARTS;
  return Math.abs(difference.value) < HALF * 10 ** -decimals ? EQUAL : SUM_OF_PARTS;
}
