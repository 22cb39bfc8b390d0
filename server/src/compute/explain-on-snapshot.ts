import type { ReadTx } from "@bochiso/db/store";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import { changeRules, isPartial, publishedGrowths } from "@bochiso/shared/card";
import { DomainError } from "@bochiso/shared/errors";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { missingValue, ObservationStatus } from "@bochiso/shared/observation";
import { parsePeriod } from "@bochiso/shared/period";
import type { CardChange, ExplanationNode } from "@bochiso/shared/screen";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { CatalogueCache } from "../catalogue/catalogue-cache.ts";
import type { ExplainInput } from "../modules/explain/explain-input.ts";
import type { ExplainOnSnapshot } from "../modules/explain/explain-port.ts";
import { type ExplainRequest, explain } from "./explain.ts";

/** The explanation behind a number of a screen: the value of a card, or one of its changes by the rule the card used. */
export function createExplainOnSnapshot(cache: CatalogueCache): ExplainOnSnapshot {
  return async (tx, input) => {
    const catalogue = await cache.current(tx);
    const request = requestOf(catalogue, input);
    if (input.measure === "value") return explain(tx, catalogue, request);
    return explainChange(tx, catalogue, { request, measure: input.measure });
  };
}

function requestOf(catalogue: Catalogue, input: ExplainInput): ExplainRequest {
  const { indicator, area, breakdown, asOf } = input;
  const parsed = parsePeriod(input.period, catalogue.definitions.get(indicator)?.periodType);
  if (!parsed.ok) throw new DomainError(parsed.code, { got: input.period }, parsed.reason);
  return { indicator, area, breakdown: breakdown as BreakdownKey, period: parsed.period, asOf };
}

async function explainChange(
  tx: ReadTx,
  catalogue: Catalogue,
  { request, measure }: { request: ExplainRequest; measure: Exclude<ExplainInput["measure"], "value"> },
): Promise<ExplanationNode> {
  const definition = catalogue.definitions.get(request.indicator);
  const rule = definition && changeRules(definition).find((it) => it.kind === measure);
  if (definition === undefined || rule === undefined) throw noSuchChange(request, definition);
  const node =
    (rule.measure === "percent" && measure === "same-period-last-year"
      ? await explainPublishedGrowth(tx, catalogue, request)
      : null) ?? (await explain(tx, catalogue, { ...request, formula: rule.formula }));
  if (isWithheld(definition, request, await explain(tx, catalogue, request))) return withheld(node);
  const isBaseWrong = node.value.kind === "error" && node.value.code === "base-not-positive";
  if (!isBaseWrong || rule.whenBaseNotPositive === null) return inMeasure(node, rule.measure);
  return explain(tx, catalogue, { ...request, formula: rule.whenBaseNotPositive.formula });
}

/** The growth as published, where the card takes it instead of the recomputed one; null where none was published. */
async function explainPublishedGrowth(
  tx: ReadTx,
  catalogue: Catalogue,
  request: ExplainRequest,
): Promise<ExplanationNode | null> {
  const growth = publishedGrowths(catalogue.definitions.values()).get(request.indicator);
  if (growth === undefined) return null;
  const node = await explain(tx, catalogue, { ...request, indicator: growth.code });
  return node.origin === "reported" && node.value.kind === "number" ? node : null;
}

/** Whether the card shows "—" for its changes: a value of a part of its period is not compared with whole ones. */
function isWithheld(definition: IndicatorDefinition, { period }: ExplainRequest, own: ExplanationNode): boolean {
  const status = ObservationStatus.safeParse(own.observation?.status).data ?? null;
  return isPartial(period, { status }, newestArrival(own), definition.dueRule?.basis);
}

/** When the newest value under a node was recorded. ISO instants in UTC sort as text. */
function newestArrival({ observation, operands }: ExplanationNode): string | null {
  const below = operands.map(newestArrival).filter((at) => at !== null);
  return (
    [observation?.recordedAt ?? null, ...below]
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null
  );
}

/** The same as the card says, with the values that were not compared; no formula, for nothing was computed. */
function withheld(node: ExplanationNode): ExplanationNode {
  return { ...node, value: missingValue("incomplete-parts"), formula: null, definitionVersion: null };
}

const PERCENT = { vi: "%", en: "%" };
/** Decimals of a growth in percent, as on the card. */
const PERCENT_DECIMALS = 1;

/** A growth of tỷ đồng is in %, not in tỷ đồng; a difference of two rates is in percentage points. */
function inMeasure(node: ExplanationNode, measure: CardChange["measure"]): ExplanationNode {
  if (measure === "percent") return { ...node, unit: PERCENT, decimals: PERCENT_DECIMALS };
  return measure === "points" ? { ...node, unit: PERCENT } : node;
}

function noSuchChange(request: ExplainRequest, definition: IndicatorDefinition | undefined): DomainError {
  return new DomainError(
    definition === undefined ? "indicator-unknown" : "cell-unknown",
    { indicator: request.indicator },
    {
      vi: "Chỉ số này không có mức thay đổi được hỏi.",
      en: "This indicator has no such change.",
    },
  );
}
