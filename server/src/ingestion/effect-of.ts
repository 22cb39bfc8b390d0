import { type AppendOrder, type ObservationContent, readRanges } from "@bochiso/db/repositories/observations";
import { flagsOfCommit, type StoredFlag } from "@bochiso/db/repositories/quality";
import { lockSeries, lookUpSeriesIds } from "@bochiso/db/repositories/series";
import type { Commit, ReadTx, WriteTx } from "@bochiso/db/store";
import type { DerivedCell } from "@bochiso/shared/graph";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { DerivedChanges } from "../compute/recompute.ts";
import { storeInOrder } from "./apply-rows.ts";
import type { AcceptedOutcome } from "./merge-row.ts";
import type { MergedSubmissionRow } from "./merge-rows.ts";

/** Computed cells and flags that are told one by one. */
const MOST_TOLD = 100;

type ShortContent = Pick<ObservationContent, "value" | "missingReason" | "errorCode" | "retracted">;

/** A computed cell before (null: never computed) and after. */
export interface ChangedCellEffect {
  cell: DerivedCell;
  before: ShortContent | null;
  after: ShortContent;
}

/** What a submission would do, cell by cell: rows, computed cells, flags of quality. */
export interface SubmissionEffect {
  /** Of each row that was received, in their order. */
  outcomes: (AcceptedOutcome | "rejected")[];
  /** The first of them. */
  derived: ChangedCellEffect[];
  /** Raised or brought back; the first of them. */
  flags: StoredFlag[];
  flagCount: number;
}

/**
 * Tells the effect by bringing it about: to be called only inside a write that is rolled back. Whatever the real run would
 * compute or flag is found by the same code.
 */
export async function effectOf(
  tx: WriteTx,
  commit: Commit,
  work: {
    readonly catalogue: Catalogue;
    readonly order: AppendOrder;
    readonly received: number;
    readonly merged: readonly MergedSubmissionRow[];
    readonly derived: readonly DerivedChanges[];
    readonly betweenParts: () => void;
  },
): Promise<SubmissionEffect> {
  const { order, received, merged, derived } = work;
  const outcomes = new Array<SubmissionEffect["outcomes"][number]>(received).fill("rejected");
  for (const { row, outcome } of merged) outcomes[row.row] = outcome;
  const told = await withBefore(tx, firstCells(derived));
  await lockSeries(tx, order.seriesIds);
  await storeInOrder(tx, commit, work);
  const flags = (await flagsOfCommit(tx, commit.seq)).filter(({ state }) => state === "open" || state === "wrong");
  return { outcomes, derived: told, flags: flags.slice(0, MOST_TOLD), flagCount: flags.length };
}

interface ToldCell {
  readonly cell: DerivedCell;
  readonly content: ShortContent;
}

function firstCells(derived: readonly DerivedChanges[]): ToldCell[] {
  const first: ToldCell[] = [];
  for (const { series, cells } of derived) {
    if (first.length >= MOST_TOLD) break;
    const { indicator, area, breakdown, periodType: type } = series;
    for (const content of cells.slice(0, MOST_TOLD - first.length))
      first.push({ cell: { indicator, area, breakdown, period: { type, ordinal: content.ordinal } }, content });
  }
  return first;
}

async function withBefore(tx: ReadTx, told: readonly ToldCell[]): Promise<ChangedCellEffect[]> {
  const keys = told.map(({ cell }) => ({
    indicator: String(cell.indicator),
    area: String(cell.area),
    breakdownKey: cell.breakdown,
    scenario: "actual" as const,
    origin: "computed" as const,
    periodType: cell.period.type,
  }));
  const ids = await lookUpSeriesIds(tx, keys);
  const ranges = told.flatMap(({ cell }, at) => {
    const seriesId = ids[at] ?? null;
    return seriesId === null ? [] : [{ seriesId, from: cell.period.ordinal, to: cell.period.ordinal }];
  });
  const stored = new Map((await readRanges(tx, ranges)).map((it) => [`${it.seriesId}|${it.ordinal}`, it]));
  return told.map(({ cell, content }, at) => {
    const before = stored.get(`${ids[at]}|${cell.period.ordinal}`);
    return { cell, before: before === undefined ? null : shortOf(before), after: shortOf(content) };
  });
}

function shortOf({
  value = null,
  missingReason = null,
  errorCode = null,
  retracted = 0,
}: Partial<ObservationContent>): ShortContent {
  return { value, missingReason, errorCode, retracted };
}
