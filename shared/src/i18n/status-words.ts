import type { Text } from "../text/text.ts";

/** The four shapes of a status, each with its own colour: đạt, chậm, nguy cơ, chưa hoặc không đánh giá. Source: visual.md. */
export const STATUS_SHAPES = ["dat", "cham", "nguyco", "khong"] as const;
export type StatusShape = (typeof STATUS_SHAPES)[number];

/** The shape as a character, for places without drawing: exports, titles, spoken text. Source: product.md. */
export const STATUS_SHAPE_GLYPHS = {
  dat: "✓",
  cham: "◐",
  nguyco: "▲",
  khong: "▨",
} as const satisfies Record<StatusShape, string>;

/** The assessments that a status method can give: while the period runs, when it is closed, against thresholds, or none. */
export const ASSESSMENTS = [
  "ahead",
  "on-track",
  "behind",
  "at-risk",
  "exceeded",
  "met",
  "not-met",
  "within",
  "near-limit",
  "over-limit",
  "not-yet-assessed",
  "not-assessed",
] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

/** The word and the shape of each assessment: neither stands without the other. Source: product.md, "Status words". */
export const ASSESSMENT_WORDS = {
  ahead: { vi: "Vượt tiến độ", en: "Ahead of schedule", shape: "dat" },
  "on-track": { vi: "Đúng tiến độ", en: "On schedule", shape: "dat" },
  behind: { vi: "Chậm tiến độ", en: "Behind schedule", shape: "cham" },
  "at-risk": { vi: "Nguy cơ không đạt", en: "At risk of missing", shape: "nguyco" },
  exceeded: { vi: "Vượt", en: "Exceeded", shape: "dat" },
  met: { vi: "Đạt", en: "Met", shape: "dat" },
  "not-met": { vi: "Không đạt", en: "Not met", shape: "nguyco" },
  within: { vi: "Trong ngưỡng", en: "Within limits", shape: "dat" },
  "near-limit": { vi: "Cận ngưỡng", en: "Near the limit", shape: "cham" },
  "over-limit": { vi: "Vượt ngưỡng", en: "Beyond the limit", shape: "nguyco" },
  "not-yet-assessed": { vi: "Chưa đánh giá", en: "Not yet assessed", shape: "khong" },
  "not-assessed": { vi: "Không đánh giá", en: "Not assessed", shape: "khong" },
} as const satisfies Record<Assessment, Text & { readonly shape: StatusShape }>;

/** Whether a change goes in the wanted direction. */
export const TRENDS = ["favourable", "unfavourable", "unchanged"] as const;
export type Trend = (typeof TRENDS)[number];

/** Diễn biến, read beside the status. Source: product.md. */
export const TREND_WORDS = {
  favourable: { vi: "diễn biến tích cực", en: "improving" },
  unfavourable: { vi: "diễn biến kém tích cực", en: "worsening" },
  unchanged: { vi: "không đổi", en: "unchanged" },
} as const satisfies Record<Trend, Text>;
