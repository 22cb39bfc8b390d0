import type { Text } from "../text/text.ts";

/** Groups of the function list on the documentation page and in completion. */
export const FUNCTION_CATEGORIES = ["time", "space", "logic", "missing", "math"] as const;
export type FunctionCategory = (typeof FUNCTION_CATEGORIES)[number];

/**
 * What an argument must be: a number, a truth value, either (all branches alike), or a whole number
 * written in the formula (`periods` at least 1, `digits` −15…15).
 */
export type ParameterKind = "number" | "boolean" | "any" | "periods" | "digits";

export interface FunctionParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly optional?: boolean;
  /** The last parameter may be repeated. */
  readonly repeated?: boolean;
}

/** How the unit of the result follows from the arguments' (rules in `function-units.ts`). */
export type FunctionUnitRule =
  | "same-as-first"
  | "common"
  | "branches"
  | "percent-change"
  | "share"
  | "position"
  | "state"
  | "square-root"
  | "pure-number"
  | "boolean";

/**
 * What a missing argument does: `any` missing gives missing; `window`: every period of the window is
 * needed; `parts`: every part is needed; `first-present` skips it; `chosen-branch`: only the condition
 * and the branch taken count; `tested`: it is the question.
 */
export type FunctionMissingRule = "any" | "window" | "parts" | "first-present" | "chosen-branch" | "tested";

/** One function of the language: parser, checker, completion and documentation read this row. */
export interface FunctionRow {
  readonly category: FunctionCategory;
  readonly parameters: readonly FunctionParameter[];
  /** Whether `x over name` is required inside the call. */
  readonly over: boolean;
  readonly unit: FunctionUnitRule;
  readonly missing: FunctionMissingRule;
  readonly text: Text;
  readonly example: string;
}
