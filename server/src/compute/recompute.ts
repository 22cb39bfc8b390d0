import type { NewObservation, ObservationContent } from "@bochiso/db/repositories/observations";
import type { ReadTx } from "@bochiso/db/store";
import {
  type AffectedPlan,
  type ChangedCell,
  type EvaluatedResult,
  evaluateSeries,
  type OperandRanges,
  operandSteps,
  runSteps,
} from "@bochiso/shared/graph";
import { missingValue, type Value } from "@bochiso/shared/observation";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { inSlices, type Slices, UNDIVIDED } from "../platform/slices.ts";
import type { CellBook } from "./cell-book.ts";
import { fillBook, type ReadSeries } from "./fill-book.ts";

/** A derived cell whose content changes, without the number of its series. */
export interface DerivedChange {
  readonly result: EvaluatedResult;
  readonly content: Omit<NewObservation, "seriesId" | "ordinal">;
}

/** Reads into the book what a plan may read, what its cells hold now, and what the changed cells hold now. Tells what was read. */
export async function readOperands(
  tx: ReadTx,
  catalogue: Catalogue,
  { plan, rows, book }: { plan: AffectedPlan; rows: readonly ChangedCell[]; book: CellBook },
  slices: Slices = UNDIVIDED,
): Promise<readonly ReadSeries[]> {
  const { graph, space } = catalogue;
  const operands = await inSlices(operandSteps({ graph, plan, space }), slices);
  const ranges = [...operands, ...plan.series.map(ownRange), ...rows.map(cellRange)];
  return await fillBook(tx, book, ranges, undefined, slices);
}

/**
 * Evaluates a plan over a book that also holds what the change brings, and gives the cells whose content differs from what
 * is stored. A result that is not live is stored only where something was stored before, as taken back, so that it does not
 * linger.
 */
export function recompute(catalogue: Catalogue, plan: AffectedPlan, book: CellBook): DerivedChange[] {
  return runSteps(recomputeSteps(catalogue, plan, book));
}

/** The same series by series. */
export function* recomputeSteps(
  catalogue: Catalogue,
  plan: AffectedPlan,
  book: CellBook,
): Generator<void, DerivedChange[]> {
  const { graph, space } = catalogue;
  const changes: DerivedChange[] = [];
  const compare = (result: EvaluatedResult): void => {
    const { indicator, area, breakdown, period } = result.cell;
    const stored = book.at({ indicator, area, breakdown, scenario: "actual" }, period, "computed")?.observation ?? null;
    if (stored === null && !result.live) return;
    const content = contentOf(result, stored?.revision ?? 0);
    if (stored !== null && sameContent(content, stored)) return;
    changes.push({ result, content });
  };
  for (const result of notComputed(catalogue, plan)) compare(result);
  for (const results of evaluateSeries({ graph, plan, source: book, space })) {
    for (const result of results) compare(result);
    yield;
  }
  return changes;
}

const NOT_REPORTED: Value = missingValue("not-reported");

/** What no rule computes any more says nothing. */
export function notComputed({ graph }: Catalogue, { series }: AffectedPlan): EvaluatedResult[] {
  const isComputed = (code: string): boolean => graph.ruleOf.has(code) || graph.aggregation?.ruleOf.has(code) === true;
  const left = series.filter(({ indicator }) => !isComputed(indicator));
  return left.flatMap(({ indicator, area, breakdown, periodType, ordinals }) =>
    ordinals.map((ordinal) => ({
      cell: { indicator, area, breakdown, period: { type: periodType, ordinal } },
      value: NOT_REPORTED,
      live: false,
      status: null,
      way: "formula",
      coverage: null,
    })),
  );
}

/** What a computed cell says. */
export type Computed = Pick<
  ObservationContent,
  | "value"
  | "status"
  | "missingReason"
  | "errorCode"
  | "retracted"
  | "way"
  | "coverageHave"
  | "coverageOf"
  | "coverageWeight"
>;

/** What a cell says after an evaluation, and the revision it follows: 0 where nothing is stored. */
export function contentOf(
  { value, live, status, way, coverage }: EvaluatedResult,
  previousRevision = 0,
): Computed & { readonly previousRevision: number } {
  const isShown = live || value.kind !== "number";
  const shown = isShown ? value : NOT_REPORTED;
  return {
    previousRevision,
    value: shown.kind === "number" ? shown.value : null,
    missingReason: shown.kind === "missing" ? shown.reason : null,
    errorCode: shown.kind === "error" ? shown.code : null,
    status: isShown ? status : null,
    retracted: live ? 0 : 1,
    way,
    coverageHave: coverage?.have ?? null,
    coverageOf: coverage?.of ?? null,
    coverageWeight: coverage?.weightShare ?? null,
  };
}

/**
 * Equal bits, not nearly equal: the same operands give the same double everywhere. A figure that became firmer is another
 * one, as is a whole that stands on more parts than before. Cells stored before the way was kept came about by formula.
 */
export function sameContent(now: Computed, before: Computed): boolean {
  return (
    Object.is(now.value, before.value) &&
    now.status === before.status &&
    now.missingReason === before.missingReason &&
    now.errorCode === before.errorCode &&
    now.retracted === before.retracted &&
    now.way === (before.way ?? "formula") &&
    now.coverageHave === before.coverageHave &&
    now.coverageOf === before.coverageOf &&
    Object.is(now.coverageWeight, before.coverageWeight)
  );
}

function ownRange(series: AffectedPlan["series"][number]): OperandRanges {
  const { indicator, area, breakdown, periodType, ordinals } = series;
  const first = ordinals[0] ?? 0;
  return {
    indicator,
    area,
    breakdown,
    scenario: "actual",
    periodType,
    ranges: [{ first, last: ordinals.at(-1) ?? first }],
  };
}

function cellRange({ period, ...address }: ChangedCell): OperandRanges {
  return { ...address, periodType: period.type, ranges: [{ first: period.ordinal, last: period.ordinal }] };
}
