import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Text } from "@bochiso/shared/text";
import { COLLECTIVE_AGENCIES } from "./load-agencies.ts";

/** An item of the checklist that a definition must pass before it may be put in force by its owner. */
export interface ChecklistItem {
  readonly id: string;
  /** Clause that asks for it. */
  readonly clause: string;
  readonly text: Text;
}

/** An item a definition does not answer yet. */
export interface ChecklistGap extends ChecklistItem {
  readonly indicator: string;
}

interface Rule extends ChecklistItem {
  readonly isMissing: (definition: IndicatorDefinition) => boolean;
}

const ART_10_4_D = "Điểm d khoản 4 Điều 10 Nghị định 137/2024/NĐ-CP";
const DECREE_94 = "Nghị định 94/2022/NĐ-CP";
const UNCHECKED = /cần đối chiếu/i;

const rule = (id: string, clause: string, vi: string, en: string, isMissing: Rule["isMissing"]): Rule => ({
  id,
  clause,
  text: { vi, en },
  isMissing,
});

const RULES: readonly Rule[] = [
  rule(
    "method",
    ART_10_4_D,
    "Chưa có phương pháp tính",
    "No method of calculation",
    (it) => it.method.vi.trim() === "",
  ),
  rule("unit", ART_10_4_D, "Chưa có đơn vị đo lường", "No unit", (it) => it.unit === ""),
  rule(
    "target-band",
    ART_10_4_D,
    "Chiều mong muốn là một khoảng nhưng chưa có khoảng chính sách",
    "The wanted direction is a band, but no policy band is given",
    (it) => it.direction === "band" && it.targetBand === null,
  ),
  rule(
    "limits",
    ART_10_4_D,
    "Chưa nêu giới hạn tự nhiên của giá trị",
    "No natural limits stated",
    (it) => it.limits.min === null && it.limits.max === null && it.valueType !== "timestamp",
  ),
  rule(
    "breakdown-additivity",
    ART_10_4_D,
    "Chưa nêu có cộng được theo phân tổ hay không",
    "Additivity over its breakdowns is not stated",
    (it) => it.breakdowns.length > 0,
  ),
  rule(
    "breakdowns",
    ART_10_4_D,
    "Chưa xác định phân tổ chủ yếu",
    "No main breakdowns",
    (it) => it.breakdowns.length === 0,
  ),
  rule("due-rule", ART_10_4_D, "Chưa có thời hạn gửi số liệu", "No due rule", (it) => it.dueRule === null),
  rule(
    "due-rule-proposed",
    ART_10_4_D,
    "Thời hạn gửi số liệu mới là đề xuất",
    "The due rule is only proposed",
    (it) => it.dueRule?.proposed === true,
  ),
  rule("data-source", ART_10_4_D, "Chưa có nguồn dữ liệu", "No data source", (it) => it.dataSource === ""),
  rule(
    "comparability",
    ART_10_4_D,
    "Chưa nêu khả năng so sánh",
    "Comparability not stated",
    (it) => it.comparability.length === 0,
  ),
  rule(
    "agency",
    DECREE_94,
    "Chưa có cơ quan chịu trách nhiệm",
    "No responsible agency",
    (it) => it.responsibleAgency === "",
  ),
  rule(
    "legal-basis",
    DECREE_94,
    "Căn cứ pháp lý chưa đối chiếu văn bản gốc",
    "Legal basis not checked against the primary text",
    (it) => it.legalBasis === "" || UNCHECKED.test(it.legalBasis),
  ),
  rule(
    "criteria",
    "Khoản 5 Điều 10 Nghị định 137/2024/NĐ-CP",
    "Chưa đáp ứng tiêu chí lựa chọn nào",
    "No selection criterion is met",
    (it) => it.criteria.length === 0,
  ),
  rule(
    "principle-a",
    "Điểm a khoản 4 Điều 10 Nghị định 137/2024/NĐ-CP",
    "Chưa thuyết minh phản ánh mục tiêu, chỉ tiêu, nhiệm vụ nào",
    "Not stated which objective, target or task it reflects",
    () => true,
  ),
  rule(
    "principle-b",
    "Điểm b khoản 4 Điều 10 Nghị định 137/2024/NĐ-CP",
    "Chưa xác định một đầu mối thu thập ở cấp quốc gia",
    "No single focal source at national level",
    (it) => COLLECTIVE_AGENCIES.has(it.responsibleAgency),
  ),
  rule(
    "principle-c",
    "Điểm c khoản 4 Điều 10 Nghị định 137/2024/NĐ-CP",
    "Chưa đối chiếu với số liệu thống kê, chế độ báo cáo",
    "Not matched with official statistics or reporting regimes",
    (it) => it.evidence === "unverified",
  ),
  rule(
    "principle-d",
    ART_10_4_D,
    "Chưa nêu chiều đánh giá kết quả, hiệu quả thực hiện",
    "Not stated how it measures results: no wanted direction",
    (it) => it.direction === "neutral" && !it.componentOnly,
  ),
  rule(
    "review",
    "Nhập khởi tạo, chưa rà soát",
    "Cơ quan chủ trì chưa rà soát, phê duyệt",
    "Not reviewed and approved by the responsible agency",
    (it) => it.review === "initial-import",
  ),
];

/** What a definition lacks against Art. 10.4, Art. 10.5 and Decree 94/2022, in the order of the checklist. */
export function checklistGaps(definition: IndicatorDefinition): ChecklistGap[] {
  return RULES.filter((it) => it.isMissing(definition)).map(({ id, clause, text }) => ({
    id,
    clause,
    text,
    indicator: definition.code,
  }));
}

/** How many definitions lack each item, most frequent first: the summary an import prints. */
export function checklistSummary(catalogue: readonly IndicatorDefinition[]): (ChecklistItem & { count: number })[] {
  const gaps = catalogue.flatMap(checklistGaps);
  return RULES.map(({ id, clause, text }) => ({ id, clause, text, count: gaps.filter((it) => it.id === id).length }))
    .filter((it) => it.count > 0)
    .toSorted((a, b) => b.count - a.count);
}
