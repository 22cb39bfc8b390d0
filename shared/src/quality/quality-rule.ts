import { z } from "zod";
import { AreaCode } from "../area/area-code.ts";
import { IndicatorCode } from "../indicator/indicator.ts";
import { Text } from "../text/text.ts";

/** Stable code of a rule, such as `tour.intl.modes`; it stands in `flags` of the API, so it holds no space. */
export const QualityRuleCode = z.string().regex(/^[a-z0-9_]+([.-][a-z0-9_]+)*$/);
export type QualityRuleCode = z.infer<typeof QualityRuleCode>;

/** How much a broken rule weighs: `error` cannot be so, `warning` is doubtful, `notice` concerns the delivery only. */
export const QualitySeverity = z.enum(["error", "warning", "notice"]);
export type QualitySeverity = z.infer<typeof QualitySeverity>;

const RangeCheck = z.object({
  kind: z.literal("range"),
  /** Plausible bounds in the indicator's unit, inclusive; null = none on that side. */
  min: z.number().nullable(),
  max: z.number().nullable(),
});

const ChangeCheck = z.object({
  kind: z.literal("change"),
  against: z.enum(["previous", "year-ago"]),
  /** `ratio`: how many times (amounts, both numbers positive); `difference`: in the unit (rates, indices). */
  measure: z.enum(["ratio", "difference"]),
  /** Changes up to this are never doubted: in percent for a ratio (30 = ×1.3 or ÷1.3), in the unit for a difference. */
  floor: z.number().positive(),
  /** Robust deviations (1.4826 × median absolute deviation) from the median change beyond which it is doubted. */
  deviations: z.number().positive().default(6),
  /** Earlier periods looked back over, and how many changes there must be among them. */
  history: z.number().int().min(2).max(60).default(36),
  minHistory: z.number().int().min(2).default(12),
});

/** Ten, a hundred or a thousand times what the series usually is. */
const MagnitudeCheck = z.object({ kind: z.literal("magnitude") });

const SumOfPartsCheck = z.object({
  kind: z.literal("sum-of-parts"),
  dimension: z.string(),
  /** Codes that together make the total. */
  codes: z.array(z.string()).min(2),
  /** What rounding may account for, in the unit. */
  tolerance: z.number().nonnegative(),
});

/** A comparison in the formula language that holds where the figures are sound, such as `a <= b`. */
const ExpressionCheck = z.object({ kind: z.literal("expression"), formula: z.string() });

const CompletenessCheck = z.object({
  kind: z.literal("completeness"),
  /** Every pair of the two is expected once one of them arrived; breakdowns by their canonical key. */
  areas: z.array(AreaCode).min(1),
  breakdowns: z.array(z.string()).min(1),
});

/** First received after the moment of the definition's due rule. */
const TimelinessCheck = z.object({ kind: z.literal("timeliness"), areas: z.array(AreaCode).min(1) });

/** What a rule looks at. Source: decision 012. */
export const QualityCheck = z.discriminatedUnion("kind", [
  RangeCheck,
  ChangeCheck,
  MagnitudeCheck,
  SumOfPartsCheck,
  ExpressionCheck,
  CompletenessCheck,
  TimelinessCheck,
]);
export type QualityCheck = z.infer<typeof QualityCheck>;
/** The kinds of rules. */
export type QualityCheckKind = QualityCheck["kind"];
/** The check of one kind. */
export type CheckOf<Kind extends QualityCheckKind> = Extract<QualityCheck, { kind: Kind }>;

/** One version of a quality rule of an indicator. Immutable; a change is the next version. */
export const QualityRule = z.object({
  code: QualityRuleCode,
  version: z.number().int().positive(),
  indicator: IndicatorCode,
  check: QualityCheck,
  /** Cells it is asked of; null = every area, every breakdown. Deliveries name their own. */
  areas: z.array(AreaCode).nullable().default(null),
  breakdowns: z.array(z.string()).nullable().default(null),
  severity: QualitySeverity,
  name: Text,
  /** Where the threshold comes from. */
  basis: Text,
  /** `initial-import` = nhập khởi tạo, chưa rà soát. */
  review: z.enum(["initial-import", "reviewed"]),
  /** Withdrawn from this version on: its flags are resolved. */
  retired: z.literal(true).optional(),
});
export type QualityRule = z.infer<typeof QualityRule>;

/** Rules about the value itself: only these make a figure *nghi ngờ*. */
export const VALUE_CHECKS: ReadonlySet<QualityCheckKind> = new Set([
  "range",
  "change",
  "magnitude",
  "sum-of-parts",
  "expression",
]);
