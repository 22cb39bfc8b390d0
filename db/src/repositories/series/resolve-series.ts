import type { ReadTx, WriteTx } from "../../unit-of-work.ts";
import type { SeriesKey } from "./series.ts";
import { insertSeries, lookUpSeries } from "./series-statements.ts";

/** A key, with `seriesText` of it where that is known already: it is looked up by thousands. */
type AskedKey = SeriesKey & { readonly text?: string };

/** Numbers of the series in the order of `keys`; null where a series does not exist. Keys may repeat. */
export async function lookUpSeriesIds(tx: ReadTx, keys: readonly AskedKey[]): Promise<(number | null)[]> {
  const { seriesMemory } = tx;
  const ids: (number | null)[] = [];
  const unknown: (SeriesKey & { readonly at: number; readonly text: string })[] = [];
  for (const [at, key] of keys.entries()) {
    const text = key.text ?? seriesText(key);
    const id = seriesMemory.get(text, key.origin);
    ids.push(id ?? null);
    if (id === undefined) unknown.push({ ...key, at, text });
  }
  if (unknown.length === 0) return ids;
  for (const { at, id } of await tx.statements.all(lookUpSeries, unknown)) ids[at] = id;
  for (const { at, text, origin } of unknown) seriesMemory.keep(text, origin, ids[at] ?? null);
  return ids;
}

/** Numbers of the series in the order of `keys`; a series that does not exist is made. Keys may repeat. */
export async function resolveSeries(tx: WriteTx, keys: readonly SeriesKey[]): Promise<number[]> {
  const known = await lookUpSeriesIds(tx, keys);
  const absent = keys.filter((_, at) => known[at] === null);
  if (absent.length > 0) {
    for (const key of absent) tx.seriesMemory.forget(seriesText(key), key.origin);
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
  const texts = new Map(keys.map((key) => [`${seriesText(key)}\n${key.origin}`, key]));
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key);
}

/** What names a series of either origin, as one text. */
export function seriesText(key: Omit<SeriesKey, "origin">): string {
  return `${key.indicator}\n${key.area}\n${key.breakdownKey}\n${key.scenario}\n${key.periodType}`;
}
