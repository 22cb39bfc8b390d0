import type { ReadTx } from "@bochiso/db/store";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import {
  type ChangeRule,
  changeRules,
  isPartial,
  isPartialWhole,
  publishedGrowths,
  wholeGrowthRule,
} from "@bochiso/shared/card";
import { DomainError } from "@bochiso/shared/errors";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { missingValue, ObservationStatus } from "@bochiso/shared/observation";
import { nests, type PeriodParse, parsePeriod } from "@bochiso/shared/period";
import type { CardChange, ExplanationNode } from "@bochiso/shared/screen";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { catalogueAsOf } from "../catalogue/catalogue-as-of.ts";
import type { CatalogueCache } from "../catalogue/catalogue-cache.ts";
import type { ExplainInput } from "../modules/explain/explain-input.ts";
import type { ExplainOnSnapshot } from "../modules/explain/explain-port.ts";
import { type ExplainRequest, explain } from "./explain.ts";
import { EXPLAIN_LIMITS } from "./explain-limits.ts";

/**
 * The explanation behind a number of a screen: the value of a card, or one of its changes by the rule the card used; as of
 * a commit with the definitions in force then.
 */
export function createExplainOnSnapshot(cache: CatalogueCache): ExplainOnSnapshot {
  return async (tx, input) => {
    const catalogue = await catalogueAsOf(tx, cache, input.asOf);
    const request = requestOf(catalogue, input);
    if (input.measure === "value") return explain(tx, catalogue, request);
    return explainChange(tx, catalogue, { request, measure: input.measure });
  };
}

function requestOf(catalogue: Catalogue, input: ExplainInput): ExplainRequest {
  const { indicator, area, breakdown, asOf, origin, all } = input;
  const parsed = readPeriod(catalogue.definitions.get(indicator), input.period);
  if (!parsed.ok) throw new DomainError(parsed.code, { got: input.period }, parsed.reason);
  const limits = all === true ? EXPLAIN_LIMITS.wide : EXPLAIN_LIMITS.tree;
  return { indicator, area, breakdown: breakdown as BreakdownKey, period: parsed.period, asOf, origin, limits };
}

/** A period of the indicator's own type, or a coarser one to which its values are aggregated. */
function readPeriod(definition: IndicatorDefinition | undefined, text: string): PeriodParse {
  const own = parsePeriod(text, definition?.periodType);
  if (own.ok || definition === undefined) return own;
  const any = parsePeriod(text);
  return any.ok && nests(definition.periodType, any.period.type) ? any : own;
}

/** The growth of a period that was aggregated over time: never a published one, never of a part of the period. */
async function explainWholeGrowth(
  tx: ReadTx,
  catalogue: Catalogue,
  { request, definition }: { request: ExplainRequest; definition: IndicatorDefinition },
): Promise<ExplanationNode> {
  const rule = wholeGrowthRule(definition, request.period.type);
  if (rule === null) throw noSuchChange(request, definition);
  return await explainByRule(tx, catalogue, { request, rule });
}

async function explainByRule(
  tx: ReadTx,
  catalogue: Catalogue,
  { request, rule, node }: { request: ExplainRequest; rule: ChangeRule; node?: ExplanationNode },
): Promise<ExplanationNode> {
  const found = node ?? (await explain(tx, catalogue, { ...request, formula: rule.formula }));
  const isBaseWrong = found.value.kind === "error" && found.value.code === "base-not-positive";
  if (!isBaseWrong || rule.whenBaseNotPositive === null) return inMeasure(found, rule.measure);
  const { formula, measure } = rule.whenBaseNotPositive;
  return inMeasure(await explain(tx, catalogue, { ...request, formula }), measure);
}

async function explainChange(
  tx: ReadTx,
  catalogue: Catalogue,
  { request, measure }: { request: ExplainRequest; measure: Exclude<ExplainInput["measure"], "value"> },
): Promise<ExplanationNode> {
  const definition = catalogue.definitions.get(request.indicator);
  const isWhole = definition !== undefined && definition.periodType !== request.period.type;
  if (isWhole && measure === "same-period-last-year") {
    return await explainWholeGrowth(tx, catalogue, { request, definition });
  }
  const rule = definition && changeRules(definition).find((it) => it.kind === measure);
  if (definition === undefined || rule === undefined || isWhole) throw noSuchChange(request, definition);
  const node =
    (rule.measure === "percent" && measure === "same-period-last-year"
      ? await explainPublishedGrowth(tx, catalogue, request)
      : null) ?? (await explain(tx, catalogue, { ...request, formula: rule.formula }));
  if (isWithheld(definition, request, await explain(tx, catalogue, request))) return withheld(node);
  return await explainByRule(tx, catalogue, { request, rule, node });
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

/** Whether the card shows "—" for its changes: a value of a part of its period or of its areas is not compared with whole ones. */
function isWithheld(definition: IndicatorDefinition, { period }: ExplainRequest, own: ExplanationNode): boolean {
  if (isPartialWhole({ value: own.value, coverage: own.whole?.coverage ?? own.partial?.coverage ?? null })) return true;
  const status = ObservationStatus.safeParse(own.observation?.status).data ?? null;
  return isPartial(period, { status }, newestArrival(own), definition.dueRule?.basis);
}

/** When the newest value under a node was recorded. ISO instants in UTC sort as text. */
function newestArrival({ observation, operands, part }: ExplanationNode): string | null {
  const below = [...operands, ...(part?.weights ?? [])].map(newestArrival).filter((at) => at !== null);
  return (
    [observation?.recordedAt ?? null, ...below]
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null
  );
}

/** The same as the card says, with the values that were not compared; no formula, for nothing was computed. */
function withheld(node: ExplanationNode): ExplanationNode {
  const value = missingValue("incomplete-parts");
  return { ...node, value, way: null, formula: null, formulaText: null, definitionVersion: null };
}

const PERCENT = { vi: "%", en: "%" } as const;
/** Decimals of a growth in percent, as on the card. */
const PERCENT_DECIMALS = 1;

/** A growth of tỷ đồng is in %, not in tỷ đồng; a difference of two rates is in percentage points. */
function inMeasure(node: ExplanationNode, measure: CardChange["measure"]): ExplanationNode {
  // A difference is never moved by the offset of the values it is taken from.
  if (measure === "absolute") return { ...node, growthOffset: 0 };
  const inPercent = { ...node, unit: PERCENT, growthOffset: 0 };
  if (measure === "points") return { ...inPercent, display: { ...node.display, unit: PERCENT } };
  const display = { unit: PERCENT, factor: 1, decimals: PERCENT_DECIMALS };
  return { ...inPercent, decimals: PERCENT_DECIMALS, display };
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
