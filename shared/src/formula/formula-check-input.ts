import type { Dimension } from "../breakdown/dimension.ts";
import type { Expression } from "./ast.ts";
import type { FormulaDefinition, FormulaDefinitions } from "./formula-definition.ts";

/** What a formula is checked against. */
export interface FormulaCheckInput {
  readonly ast: Expression;
  /** The indicator the formula is the method of. */
  readonly definition: FormulaDefinition;
  readonly definitions: FormulaDefinitions;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  /** Known area codes; absent = any well-formed code is accepted. */
  readonly areas?: ReadonlySet<string>;
}
