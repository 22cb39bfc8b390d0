import { loadCatalogue } from "@bochiso/seed/catalogue";
import { readRealSeries } from "@bochiso/seed/replay";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { parsePeriod } from "@bochiso/shared/period";

/** One published series: the newest value of each period, in the indicator's unit. */
export interface PublishedSeries {
  readonly key: string;
  readonly definition: IndicatorDefinition;
  readonly history: ReadonlyMap<number, number>;
  readonly breaks: readonly number[];
}

/** Every published series of actual figures with its definition, in code order. */
export function publishedSeries(): PublishedSeries[] {
  const definitions = new Map<string, IndicatorDefinition>(loadCatalogue().map((it) => [it.code, it]));
  const found = new Map<string, PublishedSeries & { readonly history: Map<number, number> }>();
  for (const { submission } of readRealSeries({ loadedAt: "2026-11-22T00:00:00Z" }).batches) {
    for (const row of submission.observations) {
      const definition = definitions.get(row.indicator);
      if (definition === undefined || (row.scenario ?? "actual") !== "actual") continue;
      const period = parsePeriod(row.period, definition.periodType);
      const value = row.value === null || row.value === undefined ? Number.NaN : Number(row.value);
      if (!period.ok || !Number.isFinite(value)) continue;
      const breakdown = Object.entries(row.breakdown ?? {}).map((it) => it.join("="));
      const key = [row.indicator, row.area, ...breakdown.sort()].join(" ");
      const series = found.get(key) ?? {
        key,
        definition,
        history: new Map<number, number>(),
        breaks: breaksOf(definition, row.area),
      };
      series.history.set(period.period.ordinal, value);
      found.set(key, series);
    }
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function breaksOf({ breaks, periodType }: IndicatorDefinition, area: string): number[] {
  return breaks
    .filter(({ areas }) => areas === undefined || areas.includes(area))
    .flatMap(({ from }) => {
      const parsed = parsePeriod(from, periodType);
      return parsed.ok ? [parsed.period.ordinal] : [];
    });
}
