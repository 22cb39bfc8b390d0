import { joinNames, periodLabel } from "@bochiso/shared/card";
import { formatDate } from "@bochiso/shared/i18n";
import { lastDay, type Period, periodContaining } from "@bochiso/shared/period";
import type { IndicatorModel } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import { formerOf } from "../screen/recast-note.ts";
import type { ScreenWorld } from "../screen/screen-world.ts";
import type { SeriesWindow } from "../screen/series-book.ts";

/** A series that may reach back beyond a merger of units. */
export interface MergedSeries {
  address: { area: string; breakdown: string };
  periodType: Period["type"];
  /** First and last ordinal of the trend. */
  first: number;
  last: number;
  window: SeriesWindow;
}

/**
 * Where units were merged within a trend: of a merged province or ministry, before which its figures are recast; of a
 * whole, before which it was made of the former provinces. The values compare all the same, so that no line is cut.
 */
export function trendMergers(world: ScreenWorld, series: MergedSeries): IndicatorModel["trend"]["mergers"] {
  if (series.periodType === "static") return [];
  const former = formerOf(world, series.address);
  if (former !== null && former.units.length > 1) {
    return marks(series, former.since, recastWords(joinNames(former.units.map(({ name }) => name))));
  }
  const since = mergerOfParts(world, series);
  return since === null ? [] : marks(series, since, wholeWords(countsOf(world, since)));
}

function marks(
  { periodType, first, last }: MergedSeries,
  since: string,
  reason: Text,
): IndicatorModel["trend"]["mergers"] {
  const period = periodContaining(periodType, since);
  // A period counts for the units that stand at its end.
  if (lastDay(period) < since || period.ordinal <= first || period.ordinal > last) return [];
  const [vi, en] = [formatDate(since, "vi"), formatDate(since, "en")];
  return [{ from: periodLabel(period), short: { vi: `Sáp nhập ${vi}`, en: `Merger of ${en}` }, reason }];
}

function recastWords(names: Text): Text {
  return {
    vi: `trước đó là số quy đổi từ ${names.vi}`,
    en: `before it, figures are recast from ${names.en}`,
  };
}

function wholeWords({ before, after }: { before: number; after: number }): Text {
  return {
    vi: `từ kỳ này tổng hợp từ ${after} tỉnh, thành phố, trước đó ${before}`,
    en: `made of ${after} provinces from then on, of ${before} before`,
  };
}

/** The day from which a whole rolled up from provinces is made of the present ones; null for any other series. */
function mergerOfParts(world: ScreenWorld, { address, window }: MergedSeries): string | null {
  const area = world.areas.get(address.area);
  if (area?.level !== "nation") return null;
  const isWhole = [...window.computed.values()].some(
    ({ way, ordinal }) => way === "roll-up" && (window.reported.get(ordinal)?.value ?? null) === null,
  );
  const days = world.homes.order.provinces.map((code) => world.areas.get(code)?.validFrom ?? null);
  return isWhole ? (days.find((day) => day !== null) ?? null) : null;
}

function countsOf(world: ScreenWorld, since: string): { before: number; after: number } {
  const provinces = [...world.areas.values()].filter(({ level, simulated }) => level === "province" && !simulated);
  const after = provinces.filter(({ validFrom }) => validFrom === since).length;
  const codes = new Set(
    provinces.filter(({ validFrom }) => validFrom === since).flatMap(({ predecessors }) => predecessors),
  );
  return { before: codes.size, after };
}
