import type { IndicatorDefinition } from "../indicator/indicator.ts";
import type { BlockState, CardModel } from "../screen/card.ts";
import type { Text } from "../text/text.ts";

const WITHOUT_VALUE: Partial<Record<BlockState, Text>> = {
  empty: { vi: "Chưa có số liệu để đánh giá", en: "There is no value to assess" },
  partial: {
    vi: "Kỳ chưa kết thúc, chưa đủ số liệu để đánh giá",
    en: "The period is not over; the value is not complete",
  },
  stale: { vi: "Số liệu đã cũ, không đủ căn cứ đánh giá", en: "The value is out of date and cannot be assessed" },
  suspect: { vi: "Số liệu đang được kiểm tra", en: "The value is being checked" },
  error: { vi: "Không tính được giá trị", en: "The value could not be computed" },
};
const NO_TARGET: Text = {
  vi: "Chưa có chỉ tiêu được giao và phương pháp đánh giá",
  en: "No target and no method of assessment yet",
};
const NEUTRAL: Text = {
  vi: "Chỉ số theo dõi, không có chiều mong muốn và không có chỉ tiêu",
  en: "Followed only: no wanted direction and no target",
};

/**
 * The status word of a card. Methods of assessment are not in force yet: nothing is assessed, and the reason says why.
 * An indicator without a wanted direction and without a target is not assessed at all.
 */
export function progress(
  definition: Pick<IndicatorDefinition, "direction" | "targetBand">,
  state: BlockState,
): CardModel["progress"] {
  if (definition.direction === "neutral" && definition.targetBand === null) {
    return { status: "not-assessed", reason: NEUTRAL };
  }
  return { status: "not-yet-assessed", reason: WITHOUT_VALUE[state] ?? NO_TARGET };
}
