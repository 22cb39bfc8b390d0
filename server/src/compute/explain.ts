import type { ReadTx } from "@bochiso/db/store";
import { coarserRefusal, spansBreak, timeAggregationRefused } from "@bochiso/shared/aggregation";
import type { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import { DomainError } from "@bochiso/shared/errors";
import type { IndicatorCode } from "@bochiso/shared/indicator";
import { errorValue, type Origin, type Scenario } from "@bochiso/shared/observation";
import { nests, type Period } from "@bochiso/shared/period";
import type { ExplanationNode } from "@bochiso/shared/screen";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { EXPLAIN_LIMITS, type ExplainLimits } from "./explain-limits.ts";
import { ExplanationTree } from "./explanation-tree.ts";

/** The cell to explain. `formula` explains a formula over the cell instead of its value, such as `yoy(trade.export.value)`. */
export interface ExplainRequest {
  readonly indicator: IndicatorCode;
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly scenario?: Scenario;
  /** Of the indicator's own type, or a coarser one to which it is aggregated. */
  readonly period: Period;
  /** Which origin; absent: the default reading. */
  readonly origin?: Origin | undefined;
  readonly formula?: string;
  /** Values as they stood after this commit. The catalogue given must be the one of that commit. */
  readonly asOf?: number | undefined;
  /** How far the tree goes; absent: `EXPLAIN_LIMITS.tree`. */
  readonly limits?: ExplainLimits | undefined;
}

/**
 * Why a number is what it is: its formula with every operand as read, or the parts of a whole, down to what feeds sent.
 * Throws `indicator-unknown`, `area-unknown`, `period-type-mismatch`, `time-aggregation-refused`, `formula-invalid`.
 */
export async function explain(tx: ReadTx, catalogue: Catalogue, request: ExplainRequest): Promise<ExplanationNode> {
  const { indicator, area, breakdown, period, scenario = "actual", formula, origin, asOf } = request;
  checkCell(catalogue, request);
  const tree = new ExplanationTree({ tx, catalogue, asOf, limits: request.limits ?? EXPLAIN_LIMITS.tree });
  const cell = { ref: formula ?? indicator, indicator, area, breakdown, scenario, period };
  if (formula !== undefined) return await tree.grow(tree.formulaRoot(cell, formula));
  const definition = catalogue.graph.definitions.get(indicator);
  if (scenario !== "actual" || definition === undefined || definition.periodType === period.type) {
    return await tree.grow(await tree.rootOf(cell, origin ?? null));
  }
  const node = await tree.grow(await tree.overTimeRoot(cell));
  return spansBreak(definition, area, period) ? { ...node, value: errorValue("comparability-break") } : node;
}

function checkCell(catalogue: Catalogue, { indicator, area, period, scenario = "actual" }: ExplainRequest): void {
  const definition = catalogue.definitions.get(indicator);
  if (definition === undefined) {
    throw new DomainError(
      "indicator-unknown",
      { indicator },
      { vi: `Không có chỉ số "${indicator}".`, en: `There is no indicator "${indicator}".` },
    );
  }
  if (!catalogue.areas.has(area)) {
    throw new DomainError(
      "area-unknown",
      { area },
      { vi: `Không có địa phương "${area}".`, en: `There is no area "${area}".` },
    );
  }
  if (scenario !== "actual" || definition.periodType === period.type) return;
  if (nests(definition.periodType, period.type)) {
    const refusal = coarserRefusal(definition, period.type, catalogue.definitions);
    if (refusal !== null) throw timeAggregationRefused(indicator, period.type, refusal);
  } else {
    throw new DomainError(
      "period-type-mismatch",
      { got: period.type, expected: definition.periodType },
      {
        vi: `Chỉ số này theo kỳ "${definition.periodType}".`,
        en: `This indicator has periods of type "${definition.periodType}".`,
      },
    );
  }
}
