import type { Text } from "@bochiso/shared/text";
import type { TargetProblemCode } from "./target-command.ts";

/** Facts a message may speak of. */
export interface ProblemFacts {
  readonly got?: string;
  readonly expected?: string;
}

type Say = (facts: Required<ProblemFacts>) => Text;

/** One sentence per rule, in both languages. */
const PROBLEM_TEXT = {
  "target-malformed": ({ got }) => ({ vi: `Chỉ tiêu không hợp lệ: ${got}.`, en: `The target is malformed: ${got}.` }),
  "target-unknown": ({ got }) => ({
    vi: `Không có chỉ tiêu "${got}" đang có hiệu lực.`,
    en: `There is no target "${got}" in force.`,
  }),
  "target-double": ({ got, expected }) => ({
    vi: `Chỉ tiêu "${expected}" đã giao cho cùng chỉ số, địa phương, phân tổ và thời hạn ${got}; hãy điều chỉnh chỉ tiêu đó hoặc cho hết hiệu lực trước.`,
    en: `The target "${expected}" stands for the same indicator, area, breakdown and deadline ${got}; correct or retire it first.`,
  }),
  "target-in-feed": ({ got, expected }) => ({
    vi: `Kênh cung cấp dữ liệu đã gửi ${got} = ${expected} cho đúng ô này; một ô chỉ có một nguồn, hãy thu hồi số đã gửi trước khi giao chỉ tiêu.`,
    en: `A feed has sent ${got} = ${expected} for this very cell; a cell has one source: take the sent value back before assigning the target.`,
  }),
  "target-cell-changed": ({ got }) => ({
    vi: `Chỉ tiêu "${got}" đã giao cho chỉ số, địa phương, phân tổ hoặc thời hạn khác; hãy giao chỉ tiêu mới và cho chỉ tiêu cũ hết hiệu lực.`,
    en: `The target "${got}" was assigned for another indicator, area, breakdown or deadline; assign a new one and retire the old one.`,
  }),
  "target-duplicate-entry": ({ got }) => ({
    vi: `Chỉ tiêu "${got}" có hai lần trong cùng một lượt.`,
    en: `The target "${got}" appears twice in one command.`,
  }),
  "reason-required": ({ got }) => ({
    vi: `Sửa hoặc cho hết hiệu lực chỉ tiêu "${got}" phải nêu lý do.`,
    en: `Correcting or retiring the target "${got}" needs its reason.`,
  }),
  "indicator-unknown": ({ got }) => ({ vi: `Không có chỉ số "${got}".`, en: `There is no indicator "${got}".` }),
  "area-unknown": ({ got }) => ({ vi: `Không có địa phương "${got}".`, en: `There is no area "${got}".` }),
  "dimension-unknown": ({ got, expected }) => ({
    vi: `Chỉ số không có phân tổ "${got}"; có: ${expected}.`,
    en: `The indicator has no dimension "${got}"; it has: ${expected}.`,
  }),
  "dimension-missing": ({ got }) => ({
    vi: `Thiếu phân tổ bắt buộc "${got}".`,
    en: `The required dimension "${got}" is missing.`,
  }),
  "code-unknown": ({ got, expected }) => ({
    vi: `Phân tổ "${expected}" không có mã "${got}".`,
    en: `The dimension "${expected}" has no code "${got}".`,
  }),
  "unit-mismatch": ({ got, expected }) => ({
    vi: `Chỉ tiêu ghi theo đơn vị "${got}", chỉ số dùng đơn vị "${expected}".`,
    en: `The target is in "${got}", the indicator in "${expected}".`,
  }),
  "period-does-not-nest": ({ got, expected }) => ({
    vi: `Kỳ số liệu của chỉ số (${expected}) không nằm gọn trong thời hạn ${got}.`,
    en: `The indicator's periods (${expected}) do not lie within the deadline ${got}.`,
  }),
  "direction-needs-range": () => ({
    vi: "Chỉ số có chiều mong muốn là một khoảng: chỉ tiêu phải là khoảng từ – đến.",
    en: "The indicator is wanted within a band: its target must be a range.",
  }),
  "direction-missing": () => ({
    vi: "Chỉ số chỉ theo dõi, không có chiều mong muốn: chỉ nhận chỉ tiêu là một khoảng.",
    en: "The indicator has no wanted direction: only a range can be its target.",
  }),
  "outside-natural-limits": ({ got, expected }) => ({
    vi: `${got} nằm ngoài giới hạn tự nhiên của chỉ số (${expected}).`,
    en: `${got} lies outside the indicator's natural limits (${expected}).`,
  }),
  "pace-does-not-fit": ({ got }) => ({
    vi: `Bảng tiến độ không khớp với thời hạn ${got}: số dòng phải bằng số kỳ.`,
    en: `The pace table does not fit the deadline ${got}: it needs one row per period.`,
  }),
} as const satisfies Record<TargetProblemCode, Say>;

/** The sentence of a fault in both languages. */
export function problemText(code: TargetProblemCode, { got = "", expected = "" }: ProblemFacts = {}): Text {
  return PROBLEM_TEXT[code]({ got, expected });
}
