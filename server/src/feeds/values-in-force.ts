import { type Observation, readRanges } from "@bochiso/db/repositories/observations";
import { findSeries } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import { breakdownKey } from "@bochiso/shared/breakdown";
import { parsePeriod } from "@bochiso/shared/period";
import type { HeldRow } from "./held-row.ts";

type Cell = Pick<HeldRow, "indicator" | "area" | "period" | "breakdown" | "scenario">;

/** What the cells of held rows hold now, in their order; null where nothing is in force. */
export async function valuesInForce(
  tx: ReadTx,
  rows: readonly Cell[],
): Promise<({ value: string | null; status: string | null } | null)[]> {
  return (await observationsOf(tx, rows)).map((found) =>
    found === null || found.retracted === 1 ? null : { value: found.valueText, status: found.status },
  );
}

/** The same as stored, retractions included; null where nothing was ever stored. */
export async function observationsOf(tx: ReadTx, rows: readonly Cell[]): Promise<(Observation | null)[]> {
  const series = await findSeries(tx, {
    indicators: [...new Set(rows.map(({ indicator }) => indicator))],
    areas: [...new Set(rows.map(({ area }) => area))],
    origins: ["reported"],
  });
  const idOf = new Map(
    series.map((it) => [[it.indicator, it.area, it.breakdownKey, it.scenario, it.periodType].join("\n"), it.id]),
  );
  const cells = rows.map((row) => {
    const parsed = parsePeriod(row.period);
    if (!parsed.ok) return null;
    const { type, ordinal } = parsed.period;
    const id = idOf.get([row.indicator, row.area, breakdownKey(row.breakdown), row.scenario, type].join("\n"));
    return id === undefined ? null : { seriesId: id, from: ordinal, to: ordinal };
  });
  const ranges = cells.flatMap((cell) => cell ?? []);
  const stored = new Map((await readRanges(tx, ranges)).map((it) => [`${it.seriesId} ${it.ordinal}`, it]));
  return cells.map((cell) => (cell === null ? null : (stored.get(`${cell.seriesId} ${cell.from}`) ?? null)));
}
