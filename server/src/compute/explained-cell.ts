import type { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import type { FormulaRule } from "@bochiso/shared/graph";
import type { IndicatorCode } from "@bochiso/shared/indicator";
import type { Coverage, ObservationStatus, Origin, Scenario, Value } from "@bochiso/shared/observation";
import type { Period } from "@bochiso/shared/period";
import type { ExplainedWay, ExplainedWhole, ExplanationNode, Substitution } from "@bochiso/shared/screen";
import type { CellToken } from "./cell-book.ts";

/** A cell of an explanation; `ref` is the operand as written in the formula above it. */
export interface ExplainedCell {
  readonly ref: string;
  readonly indicator: IndicatorCode;
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly scenario: Scenario;
  readonly period: Period;
}

/** A node while the tree grows level by level; in the words of the catalogue it becomes an `ExplanationNode`. */
export interface NodeDraft {
  readonly cell: ExplainedCell;
  /** A formula over the cell instead of the indicator's own. */
  readonly own: FormulaRule | null;
  readonly token: CellToken;
  value: Value;
  status: ObservationStatus | null;
  origin: Origin | null;
  way: ExplainedWay | null;
  whole: Omit<ExplainedWhole, "parts"> | null;
  /** Of a formula over partial wholes: what it stands on. */
  partial: Coverage | null;
  part: { readonly share: number; readonly weight: Value | null; readonly weights: readonly NodeDraft[] } | null;
  formula: string | null;
  version: number | null;
  operands: NodeDraft[];
  omitted: ExplanationNode["omitted"];
  substitutions: readonly Substitution[];
  truncated: boolean;
}

/** A node of which only what is stored is known. */
export function leafDraft(
  cell: ExplainedCell,
  token: CellToken,
  found: Pick<NodeDraft, "value" | "status">,
): NodeDraft {
  return {
    cell,
    own: null,
    token,
    ...found,
    origin: token?.origin ?? null,
    way: null,
    whole: null,
    partial: null,
    part: null,
    formula: null,
    version: null,
    operands: [],
    omitted: null,
    substitutions: [],
    truncated: false,
  };
}
