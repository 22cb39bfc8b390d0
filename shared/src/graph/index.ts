export type {
  AffectedPlan,
  AffectedSeries,
  DerivedCell,
  EvaluatedResult,
  OperandRanges,
} from "./affected-plan.ts";
export type { ChangedCell, OrdinalRange, StoredExtent } from "./stored-extent.ts";
