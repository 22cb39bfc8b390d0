import { findSeries, type Series } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import type { Area } from "@bochiso/shared/area";
import { type BreakdownKey, breakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import { type IndicatorDefinition, isComputedOnly } from "@bochiso/shared/indicator";
import { dueAt, firstDay, lastDay, type Period, type PeriodType } from "@bochiso/shared/period";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { dueRuleOf } from "../feeds/due-rule-of.ts";
import { scopeHoldsArea } from "../ingestion/reference.ts";

/** A cell that a feed may be expected to send for a period. */
export interface ExpectedCell {
  readonly definition: IndicatorDefinition;
  readonly area: Area;
  readonly breakdown: BreakdownKey;
  /** Where it was sent before; null for one that never was. */
  readonly seriesId: number | null;
  /** ISO instant; null without a due rule. */
  readonly dueAt: string | null;
}

/** Codes of a required dimension beyond which a line for each would hide what matters. */
const MOST_CODES = 40;

/** The definitions a feed sends of itself, in the order of the catalogue. */
export function ownDefinitions(catalogue: Catalogue, feed: string, now: string): IndicatorDefinition[] {
  const scope = catalogue.ownership.scopesAt(now).get(feed);
  if (scope === undefined) return [];
  return [...catalogue.definitions.values()].filter((it) => scope.has(it.code) && !isComputedOnly(it));
}

/**
 * The cells a feed sent before, those it owns by name, and of what it never sent one line each: all of the areas that exist
 * in the period. In the order of the catalogue, areas and breakdowns.
 */
export async function expectedCells(question: {
  readonly tx: ReadTx;
  readonly catalogue: Catalogue;
  readonly feed: string;
  readonly period: Period;
  readonly now: string;
}): Promise<ExpectedCell[]> {
  const { tx, catalogue, feed, period, now } = question;
  const own = ownDefinitions(catalogue, feed, now).filter(({ periodType }) => periodType === period.type);
  const sent = await sentSeries(tx, own, period.type);
  const places = new Map([...catalogue.areas.keys()].map((code, at) => [code, at]));
  const scope = catalogue.ownership.scopesAt(now).get(feed);
  return own.flatMap((definition) => {
    const areas = scope?.get(definition.code) ?? new Set<string>();
    const exists = (area: Area): boolean => scopeHoldsArea(areas, area) && existsIn(area, period);
    const rule = dueRuleOf(catalogue.feeds.get(feed) ?? { schedule: [] }, definition);
    const due = rule === null ? null : dueAt({ period, rule });
    const series = sent.get(definition.code) ?? [];
    const known = series.flatMap(({ id, area, breakdownKey: key }) => {
      const place = catalogue.areas.get(area);
      return place !== undefined && exists(place)
        ? [{ definition, area: place, breakdown: key as BreakdownKey, seriesId: id, dueAt: due }]
        : [];
    });
    const fresh = firstAreas(catalogue, areas, known.length > 0)
      .filter((area) => exists(area) && !known.some((cell) => cell.area === area))
      .flatMap((area) =>
        firstBreakdowns(catalogue, definition, area).map((breakdown) => ({
          definition,
          area,
          breakdown,
          seriesId: null,
          dueAt: due,
        })),
      );
    return [...known, ...fresh].sort(
      (a, b) => (places.get(a.area.code) ?? 0) - (places.get(b.area.code) ?? 0) || (a.breakdown < b.breakdown ? -1 : 1),
    );
  });
}

async function sentSeries(
  tx: ReadTx,
  own: readonly IndicatorDefinition[],
  type: PeriodType,
): Promise<Map<string, Series[]>> {
  const found = await findSeries(tx, {
    indicators: own.map(({ code }) => String(code)),
    scenarios: ["actual"],
    origins: ["reported"],
    periodTypes: [type],
  });
  return Map.groupBy(found, ({ indicator }) => indicator);
}

/** Areas owned by name; where none is and nothing was ever sent, the country. */
function firstAreas(catalogue: Catalogue, owned: ReadonlySet<string>, wasSent: boolean): Area[] {
  const named = [...owned]
    .filter((code) => !code.endsWith("*") && !code.startsWith("!"))
    .flatMap((code) => catalogue.areas.get(code) ?? []);
  if (named.length > 0 || wasSent) return named;
  return [...catalogue.areas.values()].filter(({ level, simulated }) => level === "nation" && !simulated).slice(0, 1);
}

/** The headline of that level of area, else the total; of a single required dimension every code. */
function firstBreakdowns(catalogue: Catalogue, definition: IndicatorDefinition, area: Area): BreakdownKey[] {
  const headline = definition.headlineBreakdown[area.level] ?? {};
  const required = definition.breakdowns.filter((it) => it.required && headline[it.dimension] === undefined);
  const [dimension] = required;
  if (dimension === undefined) return [breakdownKey(headline)];
  const codes = catalogue.dimensions.get(dimension.dimension)?.codes ?? [];
  if (required.length > 1 || codes.length === 0 || codes.length > MOST_CODES) return [];
  return codes.map(({ code }) => breakdownKey({ ...headline, [dimension.dimension]: code }));
}

function existsIn({ validFrom, validTo }: Area, period: Period): boolean {
  return (validFrom === null || validFrom <= lastDay(period)) && (validTo === null || validTo >= firstDay(period));
}

/** A breakdown as rows carry it. */
export function breakdownOf(key: BreakdownKey): Readonly<Record<string, string>> {
  return parseBreakdownKey(key);
}
