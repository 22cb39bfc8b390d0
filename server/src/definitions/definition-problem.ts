import type { FormulaProblem } from "@bochiso/shared/formula";
import type { Text } from "@bochiso/shared/text";

/** What is wrong with a definition of a change. Can be cloned between threads. */
export interface DefinitionProblem {
  /** The definition it stands in; null where the change as a whole is meant. */
  readonly indicator: string | null;
  /** Path of the field within it, such as `formula` or `aggregation.weight`. */
  readonly field: string;
  readonly code: string;
  /** Offsets within the formula (UTF-16 units, end excluded); null outside of formulas. */
  readonly position: { readonly start: number; readonly end: number } | null;
  readonly text: Text;
  /** The known name closest to an unknown one. */
  readonly nearest: string | null;
}

/** A fault outside of a formula. */
export function problem(
  indicator: string | null,
  field: string,
  code: string,
  text: Text,
  nearest: string | null = null,
): DefinitionProblem {
  return { indicator, field, code, position: null, text, nearest };
}

/** A fault of a formula, where it stands. */
export function formulaProblem(indicator: string, { code, span, text, nearest }: FormulaProblem): DefinitionProblem {
  return { indicator, field: "formula", code, position: { start: span.start, end: span.end }, text, nearest };
}
