import { readRanges } from "@bochiso/db/repositories/observations";
import { findSeries } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import { breakdownKey } from "@bochiso/shared/breakdown";
import { parsePeriod } from "@bochiso/shared/period";
import type { HeldRow } from "./held-row.ts";

/** What the cells of held rows hold now, in their order; null where nothing is in force. */
export async function valuesInForce(
  tx: ReadTx,
  rows: readonly HeldRow[],
): Promise<({ value: string | null; status: string | null } | null)[]> {
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
  const stored = new Map(
    (
      await readRanges(
        tx,
        cells.flatMap((cell) => cell ?? []),
      )
    ).map((it) => [`${it.seriesId} ${it.ordinal}`, it]),
  );
  return cells.map((cell) => {
    const found = cell === null ? undefined : stored.get(`${cell.seriesId} ${cell.from}`);
    return found === undefined || found.retracted === 1 ? null : { value: found.valueText, status: found.status };
  });
}
