import type { IndicatorDefinition } from "../indicator/indicator.ts";

/** The attributes of an indicator that formulas depend on; every `IndicatorDefinition` is one. */
export type FormulaDefinition = Pick<
  IndicatorDefinition,
  "code" | "unit" | "periodType" | "accumulation" | "formula" | "breakdowns" | "aggregation" | "breaks" | "direction"
>;

/** The definitions a formula may name, by code (the versions in force). */
export type FormulaDefinitions = ReadonlyMap<string, FormulaDefinition>;
