import type {
  Accumulation,
  AreaAggregation,
  Direction,
  IndicatorDefinition,
  SelectionCriterion,
  TimeAggregation,
  ValueType,
} from "../indicator/indicator.ts";
import type { Text } from "../text/text.ts";

/** How values accumulate, as read on a card. */
export const ACCUMULATION_WORDS = {
  flow: { vi: "trong kỳ", en: "in the period" },
  ytd: { vi: "lũy kế", en: "year to date" },
  cumulative: { vi: "lũy kế từ đầu dự án", en: "since the start" },
  stock: { vi: "thời điểm", en: "at a date" },
  index: { vi: "chỉ số", en: "index" },
  rate: { vi: "tỷ lệ", en: "rate" },
  event: { vi: "theo sự kiện", en: "per event" },
} as const satisfies Record<Accumulation, Text>;

/** How values accumulate, spelled out as in the definition. */
export const ACCUMULATION_MEANINGS = {
  flow: { vi: "trong kỳ", en: "within the period" },
  ytd: { vi: "lũy kế từ đầu năm", en: "cumulative since the start of the year" },
  cumulative: {
    vi: "lũy kế từ khi bắt đầu chương trình, dự án",
    en: "cumulative since the start of the programme or project",
  },
  stock: { vi: "thời điểm", en: "stock at the end of the period" },
  index: { vi: "chỉ số", en: "index" },
  rate: { vi: "tỷ lệ, tốc độ", en: "rate" },
  event: { vi: "lũy kế theo sự kiện", en: "cumulative over the event" },
} as const satisfies Record<Accumulation, Text>;

/** What kind of quantity a value is. */
export const VALUE_TYPE_WORDS = {
  amount: { vi: "giá trị", en: "amount" },
  count: { vi: "số lượng", en: "count" },
  level: { vi: "mức", en: "level" },
  ratio_pct: { vi: "tỷ lệ phần trăm", en: "ratio in percent" },
  growth_pct: { vi: "tốc độ tăng, giảm (%)", en: "growth in percent" },
  index_pct: { vi: "chỉ số so với kỳ gốc (%)", en: "index, base = 100%" },
  index: { vi: "chỉ số tổng hợp", en: "index" },
  ratio: { vi: "tỷ số", en: "ratio" },
  score: { vi: "điểm số", en: "score" },
  difference: { vi: "chênh lệch", en: "difference" },
  duration: { vi: "khoảng thời gian", en: "duration" },
  state: { vi: "trạng thái, cấp độ", en: "state" },
  timestamp: { vi: "thời điểm", en: "moment" },
} as const satisfies Record<ValueType, Text>;

/** Which direction is wanted. */
export const DIRECTION_WORDS = {
  higher: { vi: "càng cao càng tốt", en: "higher is better" },
  lower: { vi: "càng thấp càng tốt", en: "lower is better" },
  neutral: { vi: "không xét tốt, xấu", en: "neither is better" },
  band: { vi: "trong khoảng là tốt", en: "within a band is good" },
} as const satisfies Record<Direction, Text>;

/** How an area is made of its parts. */
export const AREA_AGGREGATION_WORDS = {
  sum: { vi: "cộng các địa phương", en: "sum of the areas" },
  mean: { vi: "bình quân giản đơn", en: "simple mean" },
  weighted: { vi: "bình quân gia quyền", en: "weighted mean" },
  recompute: { vi: "tính lại từ công thức", en: "recomputed from the formula" },
  min: { vi: "nhỏ nhất", en: "smallest" },
  max: { vi: "lớn nhất", en: "largest" },
  none: { vi: "không tổng hợp từ cấp dưới", en: "not rolled up" },
} as const satisfies Record<AreaAggregation, Text>;

/** How a coarser period is made of finer ones. */
export const TIME_AGGREGATION_WORDS = {
  sum: { vi: "cộng các kỳ", en: "sum of the periods" },
  mean: { vi: "bình quân các kỳ", en: "mean of the periods" },
  last: { vi: "giá trị cuối kỳ", en: "value at the end" },
  min: { vi: "nhỏ nhất", en: "smallest" },
  max: { vi: "lớn nhất", en: "largest" },
  recompute: { vi: "tính lại từ công thức", en: "recomputed from the formula" },
  none: { vi: "không tổng hợp", en: "not aggregated" },
} as const satisfies Record<TimeAggregation, Text>;

/** With what the values of an indicator may be compared. */
export const COMPARABILITY_USES = ["yoy", "mom", "cross", "target", "event", "none"] as const;
export type ComparabilityUse = (typeof COMPARABILITY_USES)[number];

/** Khả năng so sánh. */
export const COMPARABILITY_WORDS = {
  yoy: { vi: "so cùng kỳ năm trước", en: "with the same period last year" },
  mom: { vi: "so kỳ trước", en: "with the previous period" },
  cross: { vi: "so giữa các đơn vị", en: "between units" },
  target: { vi: "so với chỉ tiêu được giao", en: "with the assigned target" },
  event: { vi: "so giữa các sự kiện", en: "between events" },
  none: { vi: "không dùng để so sánh", en: "not for comparison" },
} as const satisfies Record<ComparabilityUse, Text>;

/** Tiêu chí lựa chọn chỉ số. Source: Decree 137/2024/NĐ-CP, Article 10.5, shortened. */
export const CRITERION_WORDS = {
  a: {
    vi: "Có vai trò quyết định đến kết quả thực hiện mục tiêu, nhiệm vụ quan trọng, ưu tiên",
    en: "Decisive for the results of important and priority goals and tasks",
  },
  b: {
    vi: "Hỗ trợ phân tích, dự báo xu hướng, đánh giá mức độ hoàn thành và đề xuất giải pháp",
    en: "Helps to analyse, forecast trends, assess completion and propose solutions",
  },
  c: {
    vi: "Phản ánh cụ thể, định lượng, đo lường được, có giới hạn thời gian, quan sát và xác minh được",
    en: "Specific, quantified, measurable, time-bound, observable and verifiable",
  },
  d: {
    vi: "Cung cấp với tần suất ngắn (ngày, tuần, tháng), được kết nối, chia sẻ tự động",
    en: "Supplied at short intervals (day, week, month), connected and shared automatically",
  },
  đ: {
    vi: "Là thành phần để tính toán các chỉ tiêu thống kê có liên quan",
    en: "A component of related statistical indicators",
  },
} as const satisfies Record<SelectionCriterion, Text>;

/** Who may read an indicator. */
export const CLASS_WORDS = {
  public: { vi: "công khai", en: "public" },
  internal: { vi: "nội bộ", en: "internal" },
  restricted: { vi: "hạn chế", en: "restricted" },
} as const satisfies Record<IndicatorDefinition["class"], Text>;

/** Whether the responsible agency has reviewed a definition. */
export const REVIEW_WORDS = {
  "initial-import": { vi: "nhập khởi tạo, chưa rà soát", en: "initial import, not reviewed" },
  reviewed: { vi: "đã rà soát", en: "reviewed" },
} as const satisfies Record<IndicatorDefinition["review"], Text>;
