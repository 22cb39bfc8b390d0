import type { ObservationContent } from "@bochiso/db/repositories/observations";
import type { ReadTx } from "@bochiso/db/store";
import {
  type AffectedPlan,
  type AffectedSeries,
  type CellOutcome,
  type ChangedCell,
  type ChangedCells,
  type EvaluatedSeries,
  evaluateSeries,
  type OperandRanges,
  operandSteps,
  runSteps,
  runsOf,
} from "@bochiso/shared/graph";
import { missingValue, type Value } from "@bochiso/shared/observation";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { inSlices, type Slices, UNDIVIDED } from "../platform/slices.ts";
import type { CellBook } from "./cell-book.ts";
import { fillBook, type ReadSeries } from "./fill-book.ts";

/** What a derived cell is to say, as a row to append. */
export interface DerivedContent extends Computed {
  /** Filled in when the series has a number. */
  seriesId: number;
  readonly ordinal: number;
  readonly previousRevision: number;
}

/** The derived cells of one series whose content changes, in the order of their ordinals. */
export interface DerivedChanges {
  readonly series: AffectedSeries;
  readonly cells: readonly DerivedContent[];
}

/** Number of derived cells that change. */
export function derivedCount(changes: readonly DerivedChanges[]): number {
  return changes.reduce((count, { cells }) => count + cells.length, 0);
}

/** The same as cells of series that changed. */
export function derivedSeries(changes: readonly DerivedChanges[]): AffectedSeries[] {
  return changes.map(({ series, cells }) => ({ ...series, ordinals: cells.map(({ ordinal }) => ordinal) }));
}

/** Reads into the book what a plan may read, what its cells hold now, and what the changed cells hold now. Tells what was read. */
export async function readOperands(
  tx: ReadTx,
  catalogue: Catalogue,
  { plan, changed, book }: { plan: AffectedPlan; changed: readonly (ChangedCell | ChangedCells)[]; book: CellBook },
  slices: Slices = UNDIVIDED,
): Promise<readonly ReadSeries[]> {
  const { graph, space } = catalogue;
  const operands = await inSlices(operandSteps({ graph, plan, space }), slices);
  const ranges = [...operands, ...plan.series.map(ownRange), ...changed.map(changedRange)];
  return await fillBook(tx, book, ranges, undefined, slices);
}

/**
 * Evaluates a plan over a book that also holds what the change brings, and gives the cells whose content differs from what
 * is stored. A result that is not live is stored only where something was stored before, as taken back, so that it does not
 * linger.
 */
export function recompute(catalogue: Catalogue, plan: AffectedPlan, book: CellBook): DerivedChanges[] {
  return runSteps(recomputeSteps(catalogue, plan, book));
}

/** The same series by series. */
export function* recomputeSteps(
  catalogue: Catalogue,
  plan: AffectedPlan,
  book: CellBook,
): Generator<void, DerivedChanges[]> {
  const { graph, space } = catalogue;
  const changes: DerivedChanges[] = [];
  const compare = (evaluated: EvaluatedSeries): void => {
    const cells = changedContents(evaluated, book);
    if (cells.length > 0) changes.push({ series: evaluated.series, cells });
  };
  for (const series of notComputed(catalogue, plan)) compare(series);
  for (const evaluated of evaluateSeries({ graph, plan, source: book, space })) {
    compare(evaluated);
    yield;
  }
  return changes;
}

function changedContents({ series, outcomes }: EvaluatedSeries, book: CellBook): DerivedContent[] {
  const { indicator, area, breakdown, periodType, ordinals } = series;
  const stored = book.cellsOf({ indicator, area, breakdown, scenario: "actual" }, periodType, "computed");
  const contents: DerivedContent[] = [];
  for (const [at, outcome] of outcomes.entries()) {
    const ordinal = ordinals[at] ?? 0;
    const before = stored.get(ordinal)?.observation ?? null;
    if (before === null && !outcome.live) continue;
    const content = contentOf(outcome, ordinal, before?.revision ?? 0);
    if (before === null || !sameContent(content, before)) contents.push(content);
  }
  return contents;
}

const NOT_REPORTED: Value = missingValue("not-reported");
const LAPSED: CellOutcome = { value: NOT_REPORTED, live: false, status: null, way: "formula", coverage: null };

/** What no rule computes any more says nothing. */
export function notComputed({ graph }: Catalogue, { series }: AffectedPlan): EvaluatedSeries[] {
  const isComputed = (code: string): boolean => graph.ruleOf.has(code) || graph.aggregation?.ruleOf.has(code) === true;
  const left = series.filter(({ indicator }) => !isComputed(indicator));
  return left.map((each) => ({ series: each, outcomes: each.ordinals.map(() => LAPSED) }));
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
  { value, live, status, way, coverage }: CellOutcome,
  ordinal: number,
  previousRevision = 0,
): DerivedContent {
  const isShown = live || value.kind !== "number";
  const shown = isShown ? value : NOT_REPORTED;
  return {
    seriesId: 0,
    ordinal,
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

function changedRange(changed: ChangedCell | ChangedCells): OperandRanges {
  const { indicator, area, breakdown, scenario } = changed;
  const address = { indicator, area, breakdown, scenario };
  if ("ordinals" in changed) return { ...address, periodType: changed.periodType, ranges: runsOf(changed.ordinals) };
  const { type, ordinal } = changed.period;
  return { ...address, periodType: type, ranges: [{ first: ordinal, last: ordinal }] };
}
