export type { OrdinalRange } from "../formula/ordinal-range.ts";
export type {
  AffectedPlan,
  AffectedSeries,
  DerivedCell,
  EvaluatedResult,
  OperandRanges,
} from "./affected-plan.ts";
export type { ChangedCell, StoredExtent } from "./stored-extent.ts";
