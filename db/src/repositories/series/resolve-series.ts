import type { ReadTx, WriteTx } from "../../unit-of-work.ts";
import type { SeriesKey } from "./series.ts";
import { insertSeries, lookUpSeries } from "./series-statements.ts";

/** Numbers of the series in the order of `keys`; null where a series does not exist. Keys may repeat. */
export async function lookUpSeriesIds(tx: ReadTx, keys: readonly SeriesKey[]): Promise<(number | null)[]> {
  const ids: (number | null)[] = keys.map(() => null);
  for (const { at, id } of await tx.statements.all(
    lookUpSeries,
    keys.map((key, at) => ({ at, ...key })),
  ))
    ids[at] = id;
  return ids;
}

/** Numbers of the series in the order of `keys`; a series that does not exist is made. Keys may repeat. */
export async function resolveSeries(tx: WriteTx, keys: readonly SeriesKey[]): Promise<number[]> {
  const known = await lookUpSeriesIds(tx, keys);
  const absent = keys.filter((_, at) => known[at] === null);
  if (absent.length > 0) {
    // In key order: two writers making the same series meet at the first one and cannot deadlock.
    await tx.statements.run(insertSeries, inKeyOrder(absent));
    const found = await lookUpSeriesIds(tx, absent);
    let next = 0;
    for (const [at, id] of known.entries()) {
      if (id !== null) continue;
      known[at] = found[next] ?? null;
      next += 1;
    }
  }
  return known.map((id, at) => {
    if (id === null) throw new Error(`Series was not made: ${JSON.stringify(keys[at])}`);
    return id;
  });
}

function inKeyOrder(keys: readonly SeriesKey[]): SeriesKey[] {
  const texts = new Map(keys.map((key) => [keyText(key), key]));
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key);
}

function keyText(key: SeriesKey): string {
  return [key.indicator, key.area, key.breakdownKey, key.scenario, key.periodType, key.origin].join("\n");
}
