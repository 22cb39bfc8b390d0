import { firstPeriods } from "@bochiso/db/repositories/observations";
import { periodLabel } from "@bochiso/shared/card";
import type { Period } from "@bochiso/shared/period";
import type { ScreenFrame } from "@bochiso/shared/screen";
import type { CardPlan, ScopeReading, ScreenContext } from "./card-plan.ts";
import { addressText } from "./series-book.ts";

/** Months offered by the period picker; older ones are reached by their address. */
const MONTHS = 120;

/** Where and when a screen stands; the months of the picker are those within the reach of any monthly series shown. */
export async function screenFrame(
  context: ScreenContext,
  reading: ScopeReading,
  commitSeq: number,
): Promise<ScreenFrame> {
  const { scope, asked, now } = context;
  const months = await monthsWithData(context, reading);
  const newest = newestPeriod([...reading.plans.values()]);
  return {
    scope: scope.id,
    level: scope.level,
    scopeName: scope.name,
    simulated: scope.simulated,
    period: asked === null ? null : periodLabel(asked),
    periods: months.slice(0, MONTHS).map(({ period, indicators }) => ({ ...periodLabel(period), indicators })),
    latestPeriod: newest === null ? null : periodLabel(newest),
    commitSeq,
    serverTime: new Date(now).toISOString(),
  };
}

/** One statement: the first months of the monthly series; their last ones are known. Newest first. */
async function monthsWithData(
  { tx }: ScreenContext,
  { book, plans }: ScopeReading,
): Promise<{ period: Period; indicators: number }[]> {
  const reach: { code: string; id: number; last: number }[] = [];
  for (const { definition, address } of plans.values()) {
    if (definition.periodType !== "month") continue;
    const both = book.byAddress.get(addressText(address));
    for (const series of [both?.reported, both?.computed]) {
      const last = series === undefined ? undefined : book.newest.get(series.id);
      if (series !== undefined && last !== undefined) reach.push({ code: definition.code, id: series.id, last });
    }
  }
  const firsts = await firstPeriods(
    tx,
    reach.map(({ id }) => id),
  );
  const months = new Map<number, Set<string>>();
  for (const { code, id, last } of reach) {
    for (let at = firsts.get(id) ?? last; at <= last; at += 1) months.set(at, (months.get(at) ?? new Set()).add(code));
  }
  return [...months]
    .toSorted(([a], [b]) => b - a)
    .map(([ordinal, codes]) => ({ period: { type: "month", ordinal }, indicators: codes.size }));
}

/** The newest month with data; where there is no monthly series, the newest period of any type that ended last. */
function newestPeriod(plans: readonly CardPlan[]): Period | null {
  const monthly = plans.filter(({ definition, newest }) => definition.periodType === "month" && newest !== null);
  const among = monthly.length > 0 ? monthly : plans.filter(({ newest }) => newest !== null);
  let found: Period | null = null;
  for (const { definition, newest } of among) {
    if (newest !== null && (found === null || (definition.periodType === found.type && newest > found.ordinal))) {
      found = { type: definition.periodType, ordinal: newest };
    }
  }
  return found;
}
