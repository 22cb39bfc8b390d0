import { provenanceOf } from "@bochiso/db/repositories/submissions";
import { askedSpan, type CardPoint, duePeriods, isPartial } from "@bochiso/shared/card";
import { SEASONS } from "@bochiso/shared/forecast";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { type Period, parsePeriod, periodAt } from "@bochiso/shared/period";
import type { ForecastSubject } from "@bochiso/shared/screen";
import type { CardPlan, ScreenContext } from "../screen/card-plan.ts";
import { addressText, defaultReading, readWindows, type SeriesBook } from "../screen/series-book.ts";
import type { NoForecastCode } from "./no-forecast.ts";

/** What a forecast is made from: whole periods of the page's own series up to the newest. */
export interface ForecastSeries {
  readonly subject: ForecastSubject;
  readonly definition: IndicatorDefinition;
  readonly points: ReadonlyMap<number, CardPoint>;
  /** By ordinal, in the indicator's unit. */
  readonly history: ReadonlyMap<number, number>;
  readonly breaks: readonly number[];
  readonly newest: Period;
  /** The newest period with a figure, where that covers only a part of it: left out. */
  readonly leftOut: Period | null;
  /** A figure after the newest was due by now. */
  readonly ended: boolean;
  /** Names the series and the state of its values. */
  readonly key: string;
  readonly toDate: boolean;
  readonly simulated: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A series that is not forecast, and its newest period where it has one. */
export interface NoSeries {
  readonly subject: ForecastSubject;
  readonly code: NoForecastCode;
  readonly newest: Period | null;
}

/** Training looks back over ten seasons or 120 periods; bridging and differences need a season before that. */
const SEASONS_BACK = 11;
const FEWEST_BACK = 120;
/** A series whose newest figure lies more than this many horizons back is history, not a base for a forecast. */
const HORIZONS_BACK = 2;

/** Reads the series that is forecast, in two statements; or says why there is none. */
export async function readForecastSeries(
  context: ScreenContext,
  book: SeriesBook,
  { definition, address, newest: end }: CardPlan,
): Promise<ForecastSeries | NoSeries> {
  const { asked, world, scope, now } = context;
  const type = definition.periodType;
  const area = world.areas.get(address.area)?.code ?? scope.area;
  const subject: ForecastSubject = { indicator: definition.code, area, breakdown: address.breakdown };
  if (end === null || type === "static") return { subject, code: "no-figure", newest: null };
  const latest: Period = { type, ordinal: end };
  if (asked !== null && askedSpan(type, asked).to < end) return { subject, code: "earlier-period", newest: latest };
  const { length, horizon } = SEASONS[type];
  if (periodAt(type, now).ordinal - end > HORIZONS_BACK * horizon) {
    return { subject, code: "ended-long-ago", newest: latest };
  }
  const depth = Math.max(SEASONS_BACK * length, FEWEST_BACK + length);
  const windows = await readWindows(context.tx, book, [{ ...address, from: end - depth, to: end }]);
  const window = windows.get(addressText(address));
  const points = window === undefined ? new Map<number, CardPoint>() : defaultReading(window);
  const partial = await coversPart(context, definition, latest, points.get(end));
  const history = usable(points, partial ? end - 1 : end);
  const newest = Math.max(...history.keys());
  if (!Number.isFinite(newest)) return { subject, code: "no-figure", newest: null };
  const due = duePeriods(definition, now);
  return {
    subject,
    definition,
    points,
    history,
    breaks: breaksOf(definition, area),
    newest: { type, ordinal: newest },
    leftOut: partial ? latest : null,
    ended: due === null ? periodAt(type, now).ordinal - newest > 2 : newest < due.expected.period.ordinal,
    key: keyOf(definition, addressText(address), points, newest),
    toDate: world.toDate.has(definition.code),
    simulated: world.areas.get(area)?.simulated ?? scope.simulated,
    now,
  };
}

/** Numbers of whole periods; forecasts that were sent (F) and values of some of the parts are not what happened. */
function usable(points: ReadonlyMap<number, CardPoint>, last: number): Map<number, number> {
  const history = new Map<number, number>();
  for (const { ordinal, value, status, coverage } of points.values()) {
    const whole = coverage === null || coverage.have >= coverage.of;
    if (ordinal <= last && value.kind === "number" && status !== "F" && whole) history.set(ordinal, value.value);
  }
  return history;
}

async function coversPart(
  { tx }: ScreenContext,
  { dueRule }: IndicatorDefinition,
  period: Period,
  point: CardPoint | undefined,
): Promise<boolean> {
  if (point === undefined) return false;
  const source = (await provenanceOf(tx, [point.commitSeq])).get(point.commitSeq);
  return isPartial(period, point, source?.receivedAt ?? source?.recordedAt ?? null, dueRule?.basis);
}

function breaksOf({ breaks, periodType }: IndicatorDefinition, area: string): number[] {
  return breaks.flatMap(({ from, areas }) => {
    if (areas !== undefined && !areas.includes(area)) return [];
    const parsed = parsePeriod(from, periodType);
    return parsed.ok ? [parsed.period.ordinal] : [];
  });
}

/** Every change of a value takes a new commit, every change of the definition a new version. */
function keyOf(
  { version }: IndicatorDefinition,
  address: string,
  points: ReadonlyMap<number, CardPoint>,
  newest: number,
): string {
  const commit = Math.max(0, ...[...points.values()].map(({ commitSeq }) => commitSeq));
  return [address, version, commit, points.size, newest].join("\n");
}
