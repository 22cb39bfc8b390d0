import type { ObservationStatus } from "../observation/observation-status.ts";
import type { Origin, Scenario } from "../observation/scenario.ts";
import type { MissingReason, ValueErrorCode } from "../observation/value.ts";
import type { Text } from "../text/text.ts";
import { MISSING_TEXT, NOT_APPLICABLE_TEXT } from "./format-number.ts";

/** Trạng thái số liệu (SDMX CL_OBS_STATUS), as read on a card. */
export const OBSERVATION_STATUS_WORDS = {
  A: { vi: "chính thức", en: "final" },
  P: { vi: "sơ bộ", en: "provisional" },
  E: { vi: "ước tính", en: "estimate" },
  F: { vi: "dự báo", en: "forecast" },
  M: { vi: "không thể có số liệu", en: "data cannot exist" },
  O: { vi: "thiếu số liệu", en: "missing" },
  L: { vi: "không thu thập", en: "not collected" },
} as const satisfies Record<ObservationStatus, Text>;

/** The mark of a final value that changed afterwards. */
export const REVISED_WORD = { vi: "điều chỉnh", en: "revised" } as const satisfies Text;

/** Why a value is absent. */
export const MISSING_REASON_WORDS = {
  "not-reported": { vi: "chưa có số liệu gửi đến", en: "not reported" },
  retracted: { vi: "đã thu hồi", en: "retracted" },
  "cannot-exist": { vi: "không thể có số liệu", en: "data cannot exist" },
  missing: { vi: "thiếu số liệu", en: "missing" },
  "not-collected": { vi: "không thu thập", en: "not collected" },
  "not-applicable": { vi: "không áp dụng", en: "not applicable" },
  "incomplete-parts": { vi: "chưa đủ số liệu thành phần", en: "parts are incomplete" },
  "incomplete-predecessors": {
    vi: "chưa đủ số liệu của các đơn vị trước sáp nhập",
    en: "figures of the merged units are incomplete",
  },
  "not-approved": { vi: "chưa duyệt", en: "not approved" },
} as const satisfies Record<MissingReason, Text>;

/** What stands in the place of an absent number: "—", or "x" where there can be none. Source: visual.md. */
export const MISSING_REASON_SYMBOLS = {
  "not-reported": MISSING_TEXT,
  retracted: MISSING_TEXT,
  "cannot-exist": NOT_APPLICABLE_TEXT,
  missing: MISSING_TEXT,
  "not-collected": MISSING_TEXT,
  "not-applicable": NOT_APPLICABLE_TEXT,
  "incomplete-parts": MISSING_TEXT,
  "incomplete-predecessors": MISSING_TEXT,
  "not-approved": MISSING_TEXT,
} as const satisfies Record<MissingReason, string>;

/** Why a computation failed in one cell. */
export const VALUE_ERROR_WORDS = {
  "division-by-zero": { vi: "chia cho 0", en: "division by zero" },
  "log-of-non-positive": { vi: "lôgarit của số không dương", en: "logarithm of a number that is not positive" },
  "root-of-negative": { vi: "căn bậc hai của số âm", en: "square root of a negative number" },
  "base-not-positive": {
    vi: "kỳ gốc bằng 0 hoặc âm, không tính được tốc độ tăng",
    en: "the base is zero or negative: no growth rate",
  },
  "comparability-break": {
    vi: "không so sánh được do chuỗi số liệu có điểm gãy",
    en: "not comparable across a break in the series",
  },
  "not-finite": { vi: "kết quả vượt phạm vi tính toán", en: "the result is out of range" },
  "type-mismatch": { vi: "sai kiểu giá trị", en: "wrong kind of value" },
} as const satisfies Record<ValueErrorCode, Text>;

/** Kịch bản số liệu. */
export const SCENARIO_WORDS = {
  actual: { vi: "thực hiện", en: "actual" },
  plan: { vi: "kế hoạch", en: "plan" },
  target: { vi: "chỉ tiêu được giao", en: "assigned target" },
  forecast: { vi: "dự báo", en: "forecast" },
  baseline: { vi: "mức gốc", en: "baseline" },
} as const satisfies Record<Scenario, Text>;

/** Nguồn gốc giá trị. */
export const ORIGIN_WORDS = {
  reported: { vi: "số báo cáo", en: "reported" },
  computed: { vi: "số tính toán", en: "computed" },
} as const satisfies Record<Origin, Text>;
