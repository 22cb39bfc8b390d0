import { z } from "zod";
import { PeriodType } from "../period/period-type.ts";
import { StatusRule } from "../status/status-rule.ts";
import { Text } from "../text/text.ts";

/** Stable code of an indicator in dotted lower case, such as `trade.export.value`. */
export const IndicatorCode = z
  .string()
  .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/)
  .brand<"IndicatorCode">();
export type IndicatorCode = z.infer<typeof IndicatorCode>;

/** How values accumulate (lũy kế / trong kỳ / thời điểm). Source: domain.md. */
export const Accumulation = z.enum(["flow", "ytd", "cumulative", "stock", "index", "rate", "event"]);
export type Accumulation = z.infer<typeof Accumulation>;

/** What kind of quantity a value is; decides how changes are shown (%, điểm phần trăm, tuyệt đối). */
export const ValueType = z.enum([
  "amount",
  "count",
  "level",
  "ratio_pct",
  "growth_pct",
  "index_pct",
  "index",
  "ratio",
  "score",
  "difference",
  "duration",
  "state",
  "timestamp",
]);
export type ValueType = z.infer<typeof ValueType>;

/** Which direction is wanted. `band` needs a `targetBand`. */
export const Direction = z.enum(["higher", "lower", "neutral", "band"]);
export type Direction = z.infer<typeof Direction>;

export const AreaAggregation = z.enum(["sum", "mean", "weighted", "recompute", "min", "max", "none"]);
export type AreaAggregation = z.infer<typeof AreaAggregation>;
export const TimeAggregation = z.enum(["sum", "mean", "last", "min", "max", "recompute", "none"]);
export type TimeAggregation = z.infer<typeof TimeAggregation>;

/** Selection criteria of Art. 10.5. */
export const SelectionCriterion = z.enum(["a", "b", "c", "d", "đ"]);
export type SelectionCriterion = z.infer<typeof SelectionCriterion>;

/** Values outside are impossible. `minExclusive`: strictly greater than `min`. Null = no bound. */
export const NaturalLimits = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  minExclusive: z.boolean().default(false),
});
export type NaturalLimits = z.infer<typeof NaturalLimits>;

/** A declared break of comparability: periods from `from` on do not compare with those before. */
export const ComparabilityBreak = z.object({
  /** First period (id, of the indicator's period type) of the new series. */
  from: z.string(),
  /** Areas affected; absent = all. */
  areas: z.array(z.string()).optional(),
  reason: Text,
});
export type ComparabilityBreak = z.infer<typeof ComparabilityBreak>;

/** When a value is due after its period ends. `administrative` windows are Decree 09/2019's. */
export const DueRule = z.object({
  lagDays: z.number().int().nonnegative().optional(),
  /** ISO 8601 duration after the end of the period, for short periods. */
  after: z.string().optional(),
  basis: z.enum(["calendar", "administrative"]).default("calendar"),
  workingDays: z.boolean().default(false),
  proposed: z.boolean().default(true),
});
export type DueRule = z.infer<typeof DueRule>;

/** Bounds a policy or a standard sets, in the unit. It judges periods that end within its validity (ISO dates; absent = open). */
export const TargetBand = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  basis: z.string(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
});
export type TargetBand = z.infer<typeof TargetBand>;

/** How values are shown: `shown = value × factor`, with that unit text and decimals. */
export const Display = z.object({ unit: Text, factor: z.number(), decimals: z.number().int().min(0).max(6) });
export type Display = z.infer<typeof Display>;

/**
 * One version of an indicator's definition, with every attribute of Art. 10.4.d and Decree 94/2022.
 * Immutable once in force.
 */
export const IndicatorDefinition = z.object({
  code: IndicatorCode,
  version: z.number().int().positive(),
  name: Text,
  domain: z.string(),
  unit: z.string(),
  valueType: ValueType,
  periodType: PeriodType,
  accumulation: Accumulation,
  method: Text,
  formula: z.string().nullable(),
  acceptsReported: z.boolean(),
  breakdowns: z.array(z.object({ dimension: z.string(), required: z.boolean() })),
  /** Default breakdown per level of area where it is not the total, such as `{province: {budgetHolder: "local"}}`. */
  headlineBreakdown: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  aggregation: z.object({
    area: AreaAggregation,
    time: TimeAggregation,
    weight: IndicatorCode.optional(),
    /** Over what a whole may stand on some of its parts, saying so; absent = never. */
    partialOver: z.array(z.enum(["area", "time"])).optional(),
  }),
  decimals: z.number().int().min(0).max(6),
  display: Display,
  direction: Direction,
  limits: NaturalLimits,
  targetBand: TargetBand.nullable(),
  /** Method of assessment with its version and parameters; absent or null = by target, band and direction (`defaultRule`). */
  statusRule: StatusRule.nullish(),
  comparability: z.array(z.string()),
  breaks: z.array(ComparabilityBreak),
  dataSource: z.string(),
  responsibleAgency: z.string(),
  dueRule: DueRule.nullable(),
  class: z.enum(["public", "internal", "restricted"]),
  legalBasis: z.string(),
  criteria: z.array(SelectionCriterion),
  groups: z.array(z.string()),
  /** In whose ministry home it stands; `all` = every ministry. */
  ministries: z.array(z.string()),
  componentOnly: z.boolean(),
  evidence: z.string(),
  /** `initial-import` = nhập khởi tạo, chưa rà soát. */
  review: z.enum(["initial-import", "reviewed"]),
  effectiveFrom: z.string().nullable(),
  /** Out of force from `effectiveFrom` on: used by no formula and in no list, kept with its figures for what was before. */
  retired: z.literal(true).optional(),
});
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;
