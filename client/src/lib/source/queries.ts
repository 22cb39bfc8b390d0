import type { ScopeId } from "@bochiso/shared/screen";
import { queryOptions } from "@tanstack/react-query";
import type {
  ComparisonInput,
  ExplainInput,
  ForecastInput,
  FormulaCheckInput,
  FormulaValueInput,
  GroupInput,
  IndicatorInput,
  OverTimeInput,
  OverviewInput,
  ScreenSource,
} from "./screen-source.ts";

/** Query keys start with the kind of the screen: `live/touches.ts` decides by it. */
export const shellQuery = (source: ScreenSource) =>
  queryOptions({
    queryKey: ["shell"],
    queryFn: ({ signal }) => source.shell(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** While another period of the same scope loads, the one on screen stays. */
export const overviewQuery = (source: ScreenSource, input: OverviewInput) =>
  queryOptions({
    queryKey: ["overview", input],
    queryFn: ({ signal }) => source.overview(input, signal),
    placeholderData: (previous) => (previous?.frame.scope === input.scope ? previous : undefined),
  });

export const groupQuery = (source: ScreenSource, input: GroupInput) =>
  queryOptions({
    queryKey: ["group", input],
    queryFn: ({ signal }) => source.group(input, signal),
    placeholderData: (previous) =>
      previous?.frame.scope === input.scope && previous.group.code === input.group ? previous : undefined,
  });

export const indicatorQuery = (source: ScreenSource, input: IndicatorInput) =>
  queryOptions({
    queryKey: ["indicator", input],
    queryFn: ({ signal }) => source.indicator(input, signal),
    placeholderData: (previous) =>
      previous?.frame.scope === input.scope && previous.definition.code === input.code ? previous : undefined,
  });

export const forecastQuery = (source: ScreenSource, input: ForecastInput) =>
  queryOptions({ queryKey: ["forecast", input], queryFn: ({ signal }) => source.forecast(input, signal) });

/** While other periods load, those on screen stay; a change of indicator starts anew. */
export const overTimeQuery = (source: ScreenSource, input: OverTimeInput) =>
  queryOptions({
    queryKey: ["over-time", input],
    queryFn: ({ signal }) => source.overTime(input, signal),
    placeholderData: (previous) =>
      previous?.subject.indicator === input.code && previous.frequency === input.frequency ? previous : undefined,
  });

export const comparisonQuery = (source: ScreenSource, input: ComparisonInput) =>
  queryOptions({ queryKey: ["comparison", input], queryFn: ({ signal }) => source.comparison(input, signal) });

export const explainQuery = (source: ScreenSource, input: ExplainInput) =>
  queryOptions({ queryKey: ["explain", input], queryFn: ({ signal }) => source.explain(input, signal) });

export const formulaCatalogueQuery = (source: ScreenSource) =>
  queryOptions({ queryKey: ["formula-catalogue"], queryFn: ({ signal }) => source.formulaCatalogue(signal) });

/** While the next text is checked, the answer on the one before stays. */
export const checkFormulaQuery = (source: ScreenSource, input: FormulaCheckInput) =>
  queryOptions({
    queryKey: ["formula-check", input],
    queryFn: ({ signal }) => source.checkFormula(input, signal),
    placeholderData: (previous) => previous,
    gcTime: 60_000,
  });

/** Tried anew each time it is asked for: figures change. */
export const evaluateFormulaQuery = (source: ScreenSource, input: FormulaValueInput) =>
  queryOptions({
    queryKey: ["formula-value", input],
    queryFn: ({ signal }) => source.evaluateFormula(input, signal),
    staleTime: 0,
    gcTime: 60_000,
  });

export const indicatorsQuery = (source: ScreenSource, input: { scope: ScopeId }) =>
  queryOptions({ queryKey: ["indicators", input], queryFn: ({ signal }) => source.indicators(input, signal) });

export const searchQuery = (source: ScreenSource, input: { text: string; scope: ScopeId }) =>
  queryOptions({
    queryKey: ["search", input],
    queryFn: ({ signal }) => source.search(input, signal),
    placeholderData: (previous) => previous,
    staleTime: 60_000,
  });
