import { and, asc, eq, inArray } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";

type Row = ReadTx["schema"]["stagedCell"]["$inferSelect"];

/** What a cell will say once its change is in force. `live` 0: an absence that replaces a cell in force. */
export interface StagedCell extends Row {}

/** What it will say, without where it stands. */
export type StagedContent = Omit<StagedCell, "seriesId" | "ordinal" | "live">;

const CELL = { seriesId: "bigint", ordinal: "int" } as const;
const CONTENT = {
  live: ["live", "int"],
  value: ["value", "real"],
  status: ["status", "text"],
  missingReason: ["missing_reason", "text"],
  errorCode: ["error_code", "text"],
  way: ["way", "text"],
  coverageHave: ["coverage_have", "int"],
  coverageOf: ["coverage_of", "int"],
  coverageWeight: ["coverage_weight", "real"],
} as const;
const COLUMNS = Object.values(CONTENT).map(([column]) => column);
const SELECT = Object.entries(CONTENT)
  .map(([property, [column]]) => `c.${column} AS "${property}"`)
  .join(", ");

const put = defineStatement<never>()(
  "put_staged_cell",
  {
    ...CELL,
    live: "int",
    value: "real",
    status: "text",
    missingReason: "text",
    errorCode: "text",
    way: "text",
    coverageHave: "int",
    coverageOf: "int",
    coverageWeight: "real",
  },
  `INSERT INTO staged_cell (series_id, ordinal, ${COLUMNS.join(", ")})
   SELECT v."seriesId", v.ordinal, ${Object.keys(CONTENT)
     .map((property) => `v."${property}"`)
     .join(", ")} FROM {rows}
   WHERE true ON CONFLICT (series_id, ordinal) DO UPDATE SET ${COLUMNS.map((it) => `${it} = excluded.${it}`).join(", ")}`,
);
const remove = defineStatement<never>()(
  "remove_staged_cell",
  CELL,
  `DELETE FROM staged_cell WHERE (series_id, ordinal) IN (SELECT v."seriesId", v.ordinal FROM {rows})`,
);
const inRange = defineStatement<StagedContent & { readonly at: number; readonly ordinal: number }>()(
  "staged_in_range",
  { at: "int", change: "text", indicator: "text", area: "text", breakdownKey: "text", from: "int", to: "int" },
  `SELECT v.at AS "at", c.ordinal AS "ordinal", ${SELECT} FROM {rows}
   JOIN staged_series s ON s.change_id = v.change AND s.indicator = v.indicator AND s.area = v.area
     AND s.breakdown_key = v."breakdownKey"
   JOIN staged_cell c ON c.series_id = s.id AND c.ordinal BETWEEN v."from" AND v."to"
   WHERE c.live = 1`,
);

/** Stores cells of a change, each once, or replaces them. */
export async function putStagedCells(tx: WriteTx, cells: readonly StagedCell[]): Promise<void> {
  await tx.statements.run(put, cells);
}

/** Removes cells of a change, as far as they are there. */
export async function removeStagedCells(
  tx: WriteTx,
  cells: readonly Pick<StagedCell, "seriesId" | "ordinal">[],
): Promise<void> {
  await tx.statements.run(remove, cells);
}

/** A run of periods of a computed series. */
export interface StagedRange {
  readonly indicator: string;
  readonly area: string;
  readonly breakdownKey: string;
  readonly from: number;
  readonly to: number;
}

/** Live cells within ranges, each with the position of the range it was found for. */
export async function readStagedRanges(
  tx: ReadTx,
  change: string,
  ranges: readonly StagedRange[],
): Promise<(StagedContent & { readonly at: number; readonly ordinal: number })[]> {
  return await tx.statements.all(
    inRange,
    ranges.map((range, at) => ({ ...range, change, at })),
  );
}

/** Every cell of some series, in order of series and period. */
export async function listStagedCells(tx: ReadTx, seriesIds: readonly number[]): Promise<StagedCell[]> {
  if (seriesIds.length === 0) return [];
  const { stagedCell: c } = tx.schema;
  const wanted = inArray(c.seriesId, [...seriesIds]);
  return await tx.db.select().from(c).where(wanted).orderBy(asc(c.seriesId), asc(c.ordinal));
}

/** Series looked at in one go. */
const SERIES_AT_A_TIME = 200;

/** Removes cells and series of a change, at most so many cells at a time. Gives whether something may be left. */
export async function dropStaged(tx: WriteTx, change: string, mostCells: number): Promise<boolean> {
  const { stagedSeries: s, stagedCell: c, definitionChange } = tx.schema;
  const found = await tx.db.select({ id: s.id }).from(s).where(eq(s.change, change)).limit(SERIES_AT_A_TIME);
  if (found.length === 0) {
    await tx.db.update(definitionChange).set({ holdsCells: false }).where(eq(definitionChange.id, change));
    return false;
  }
  const ids = found.map(({ id }) => id);
  const cells = await tx.db
    .select({ seriesId: c.seriesId, ordinal: c.ordinal })
    .from(c)
    .where(inArray(c.seriesId, ids))
    .limit(mostCells);
  await removeStagedCells(tx, cells);
  if (cells.length < mostCells) await tx.db.delete(s).where(and(eq(s.change, change), inArray(s.id, ids)));
  return true;
}
