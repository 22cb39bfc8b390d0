import type { ReadTx } from "@bochiso/db/store";
import { aggregateOverTime } from "@bochiso/shared/aggregation";
import type { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import { type OperandSource, type TracedEvaluation, traceFormula } from "@bochiso/shared/formula";
import { type FormulaRule, type OperandRanges, operandRanges } from "@bochiso/shared/graph";
import type { IndicatorCode, IndicatorDefinition } from "@bochiso/shared/indicator";
import { type Coverage, isPartialCoverage, type ObservationStatus, type Value } from "@bochiso/shared/observation";
import { childPeriods, type PeriodType } from "@bochiso/shared/period";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { CellBook, type CellToken } from "./cell-book.ts";
import { fillBook } from "./fill-book.ts";
import { formulaRule } from "./formula-rule.ts";

/** A series of actual values in coarser periods than its own, and how far it is read. */
export interface WholeSeries {
  readonly indicator: IndicatorCode;
  readonly area: AreaCode;
  readonly breakdown: BreakdownKey;
  readonly type: PeriodType;
  /** Ordinals of `type`, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** Formulas over the series that are evaluated too, such as its growth. */
  readonly formulas?: readonly string[];
}

/** A value aggregated over time from the indicator's own periods. */
export interface TimeWhole {
  readonly value: Value;
  readonly status: ObservationStatus | null;
  /** Own periods with a number, of those in it. */
  readonly coverage: Coverage;
  /** Whether its number stands on a part only of what it should. */
  readonly partial: boolean;
  /** Whether anything is stored of it. */
  readonly stored: boolean;
  /** The newest commit among the cells it was made of; null where nothing is stored. */
  readonly commitSeq: number | null;
  /** Its own periods in order, as read. */
  readonly parts: readonly { readonly ordinal: number; readonly value: Value; readonly token: CellToken }[];
}

/** Wholes over series that were read; nothing is read any more. */
export interface OpenWholes {
  at(series: WholeSeries, ordinal: number): TimeWhole;
  /** One of the formulas named when the series was opened. */
  evaluate(series: WholeSeries, formula: string, ordinal: number): TracedEvaluation<CellToken>;
}

/**
 * Reads what the wholes of many series are made of, in two statements, by the default reading; as of a commit where one
 * is given (then with the catalogue of that commit). Rules that refuse a type throw `time-aggregation-refused` at `at`.
 */
export async function openWholes(
  { tx, catalogue, asOf }: { tx: ReadTx; catalogue: Catalogue; asOf?: number | undefined },
  asked: readonly WholeSeries[],
): Promise<OpenWholes> {
  const book = new CellBook((code) => catalogue.definitions.get(code)?.periodType);
  const rules = new Map<string, FormulaRule>();
  const ruleOf = (series: WholeSeries, formula: string): FormulaRule => {
    const key = `${series.indicator} ${series.type} ${formula}`;
    const known = rules.get(key);
    if (known !== undefined) return known;
    const made = formulaRule(catalogue, { ...definitionOf(catalogue, series), periodType: series.type }, formula);
    rules.set(key, made);
    return made;
  };
  await fillBook(
    tx,
    book,
    asked.flatMap((series) => rangesOf(catalogue, series, ruleOf)),
    asOf,
  );
  const evaluate: OpenWholes["evaluate"] = (series, formula, ordinal) => {
    const { area, breakdown, type } = series;
    const cell = { area, breakdown, period: { type, ordinal } };
    return traceFormula({ formula: ruleOf(series, formula).formula, cell, source: book, space: catalogue.space });
  };
  return { evaluate, at: (series, ordinal) => wholeAt({ catalogue, book, evaluate }, series, ordinal) };
}

function rangesOf(
  { graph, space, definitions }: Catalogue,
  series: WholeSeries,
  ruleOf: (series: WholeSeries, formula: string) => FormulaRule,
): OperandRanges[] {
  const { indicator, area, breakdown, type, first, last } = series;
  const definition = definitions.get(indicator);
  if (definition === undefined || first > last) return [];
  const { periodType } = definition;
  const span = {
    first: childPeriods({ type, ordinal: first }, periodType).first,
    last: childPeriods({ type, ordinal: last }, periodType).last,
  };
  const own = { indicator, area, breakdown, scenario: "actual", periodType, ranges: [span] } as const;
  const ordinals = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const plan = { series: [{ indicator, area, breakdown, periodType: type, ordinals }], cellCount: ordinals.length };
  const read = formulasOf(definition, series).flatMap((formula) => {
    const rule = ruleOf(series, formula);
    return operandRanges({
      graph: { ...graph, ruleOf: new Map([[String(indicator), rule]]), aggregation: null },
      plan,
      space,
    });
  });
  return [own, ...read];
}

/** Every formula that is evaluated over a series. */
function formulasOf({ aggregation, formula }: IndicatorDefinition, { formulas = [] }: WholeSeries): readonly string[] {
  return aggregation.time === "recompute" && formula !== null ? [formula, ...formulas] : formulas;
}

interface Readings {
  readonly catalogue: Catalogue;
  readonly book: OperandSource<CellToken>;
  readonly evaluate: OpenWholes["evaluate"];
}

function wholeAt({ catalogue, book, evaluate }: Readings, series: WholeSeries, ordinal: number): TimeWhole {
  const definition = definitionOf(catalogue, series);
  const { indicator, area, breakdown, type } = series;
  const readings = book.open({ indicator, area, breakdown, scenario: "actual" });
  const parts: { ordinal: number; value: Value; coverage: Coverage | null; token: CellToken }[] = [];
  let traced: TracedEvaluation<CellToken> | null = null;
  const { formula } = definition;
  const aggregate = aggregateOverTime({
    // With the breaks that former units handed on to the present ones.
    definition: catalogue.graph.definitions.get(indicator) ?? definition,
    area,
    period: { type, ordinal },
    partAt: (at) => {
      const { value, status = null, coverage = null, token } = readings.at(at);
      parts.push({ ordinal: at, value, coverage, token });
      return { value, status, coverage };
    },
    ...(formula === null
      ? {}
      : {
          recompute: () => {
            traced = evaluate(series, formula, ordinal);
            return traced.value;
          },
        }),
  });
  return finished(definition, { aggregate, parts, traced });
}

function finished(
  { aggregation }: IndicatorDefinition,
  {
    aggregate,
    parts,
    traced,
  }: {
    aggregate: Pick<TimeWhole, "value" | "status" | "coverage">;
    parts: readonly { ordinal: number; value: Value; coverage: Coverage | null; token: CellToken }[];
    traced: TracedEvaluation<CellToken> | null;
  },
): TimeWhole {
  const { value, coverage } = aggregate;
  const tokens = [...parts.map(({ token }) => token), ...(traced?.operands.map(({ token }) => token) ?? [])];
  const commits = tokens.flatMap((token) => token?.cell.observation?.commitSeq ?? []);
  const standsOn = { last: parts.at(-1)?.coverage, recompute: traced?.coverage };
  const least = aggregation.time === "last" || aggregation.time === "recompute" ? standsOn[aggregation.time] : coverage;
  return {
    value,
    status: traced?.status ?? aggregate.status,
    coverage,
    partial: value.kind === "number" && isPartialCoverage(least),
    stored: parts.some(({ token }) => token !== null) || traced?.live === true,
    commitSeq: commits.length === 0 ? null : Math.max(...commits),
    parts,
  };
}

function definitionOf({ definitions }: Catalogue, { indicator }: WholeSeries): IndicatorDefinition {
  const definition = definitions.get(indicator);
  if (definition === undefined) throw new Error(`no definition of ${indicator}`);
  return definition;
}
