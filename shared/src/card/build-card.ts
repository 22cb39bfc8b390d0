import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { IndicatorDefinition } from "../indicator/indicator.ts";
import { missingValue } from "../observation/value.ts";
import { parseInstant } from "../period/instant.ts";
import type { Period } from "../period/period.ts";
import { periodId } from "../period/period-id.ts";
import type { CardChange, CardModel, MadeOf, PeriodLabel, SourceLine } from "../screen/card.ts";
import type { StatusAssessment } from "../status/status-assessment.ts";
import type { Text } from "../text/text.ts";
import type { CardPoint, CardSeries } from "./card-point.ts";
import { type AskedDue, cardState, doubtReason, type FormerFigures } from "./card-state.ts";
import { dueOf, duePeriods } from "./due-periods.ts";
import { evaluateChanges } from "./evaluate-changes.ts";
import { growthOffset, shownDisplay } from "./growth-offset.ts";
import type { JudgedValue } from "./judged-value.ts";
import type { Judgement } from "./judgement.ts";
import { periodLabel } from "./period-label.ts";
import { planOf, progress } from "./progress.ts";
import type { PublishedGrowth } from "./published-growth.ts";
import { askedSpan, shownOrdinal } from "./shown-period.ts";
import { completeness, SPARK_PERIODS, sparkline } from "./sparkline.ts";

/** Everything a card is built from; nothing else is looked up. */
export interface CardInput {
  definition: IndicatorDefinition;
  area: AreaCode;
  areaName: Text;
  breakdown: BreakdownKey;
  /** Words of the breakdown where it is not the total. */
  breakdownLabel: Text | null;
  /** The value covers the year so far, see `coversYearToDate`. */
  toDate: boolean;
  simulated: boolean;
  /** At least the point shown and the year before it. */
  series: CardSeries;
  /** The published growth of the series, where an indicator carries it. */
  growth?: PublishedGrowth | null | undefined;
  /** Newest period of the whole series with a value; null when it has none. */
  newest: number | null;
  /** The period that the screen asks for; null = the latest. */
  asked: Period | null;
  /** Epoch milliseconds. */
  now: number;
  /** Who stands behind a point: publisher, document, when received. */
  sourceOf: (point: CardPoint) => SourceLine | null;
  judgement: Judgement;
  /** Of a province without own figures: what its former units published. */
  former?: FormerFigures | null | undefined;
}

/** A card with the grounds of its status. */
export interface JudgedCard {
  readonly card: CardModel;
  /** What was judged: the period shown (or expected), its value, the target and the series. */
  readonly judged: JudgedValue;
  readonly assessment: StatusAssessment;
}

/** The card of one series: the latest period with a value, or the one asked for. Values stay in the indicator's unit. */
export function buildCard(input: CardInput): CardModel {
  return buildJudgedCard(input).card;
}

/** As `buildCard`, with everything the status follows from. */
export function buildJudgedCard(input: CardInput): JudgedCard {
  const { definition, series, now } = input;
  const type = definition.periodType;
  const point = shownPoint(series, type, input.asked);
  const shown = asPeriod(type, point?.ordinal ?? null);
  const source = point === null ? null : input.sourceOf(point);
  const due = duePeriods(definition, now);
  const receivedAt = source?.receivedAt ?? null;
  const state = cardState({
    shown,
    point,
    asked: input.asked,
    latest: asPeriod(type, input.newest),
    due,
    askedDue: askedDueOf(input),
    receivedAt,
    simulated: input.simulated,
    basis: definition.dueRule?.basis,
    former: input.former,
  });
  const label = shown === null ? null : periodLabel(shown, input.toDate);
  const period = shown ?? due?.expected.period ?? { type, ordinal: 0 };
  const value = point?.value ?? missingValue("not-reported");
  const judged = { definition, judgement: input.judgement, period, value, ...state };
  const assessment = progress(judged);
  const card: CardModel = {
    ...identity(input, period),
    ...state,
    value,
    period: label,
    observationStatus: point?.status ?? null,
    // A whole gets a revision with every part that arrives: that is no correction.
    revised: point !== null && point.coverage === null && point.revision > 1,
    origin: point?.origin ?? null,
    made: madeOf(point),
    progress: { status: assessment.status, reason: assessment.reason },
    plan: planOf(judged),
    changes: shown === null ? [] : cardChanges(input, shown, state.state === "partial"),
    sparkline: shown === null ? { kind: "line", points: [] } : sparkline(definition, series, shown),
    source,
    completeness:
      shown === null ? { have: 0, of: SPARK_PERIODS, what: "periods" } : completeness(series, shown.ordinal),
    qualityFlag: point === null ? null : doubtReason(point),
    // Who looks at an earlier period is not told what comes after the newest.
    nextDue: due === null || input.asked !== null ? null : nextDue(due.next, input.toDate),
  };
  return { card, judged, assessment };
}

/** When the last period that answers the one asked for is due. */
function askedDueOf({ definition, asked, now }: CardInput): AskedDue | null {
  if (asked === null) return null;
  const type = definition.periodType;
  const at = dueOf(definition, { type, ordinal: askedSpan(type, asked).to });
  const moment = at === null ? null : parseInstant(at);
  return at === null || moment === null ? null : { at, passed: moment <= now };
}

function identity({ definition, ...input }: CardInput, period: Period) {
  return {
    ref: {
      indicator: definition.code,
      area: input.area,
      breakdown: input.breakdown,
      period: periodId(period),
    },
    name: definition.name,
    areaName: input.areaName,
    breakdownLabel: input.breakdownLabel,
    display: shownDisplay(definition),
    valueType: definition.valueType,
    direction: definition.direction,
    accumulation: definition.accumulation,
    growthOffset: growthOffset(definition),
    simulated: input.simulated,
  };
}

function madeOf(point: CardPoint | null): MadeOf | null {
  if (point === null || point.way === null) return null;
  const { way, coverage } = point;
  return {
    way,
    have: coverage?.have ?? null,
    of: coverage?.of ?? null,
    weightShare: coverage?.weightShare ?? null,
  };
}

/** A partial period is shown beside whole ones as "—": like is compared with like. */
function cardChanges(input: CardInput, shown: Period, partial: boolean): CardChange[] {
  const changes = evaluateChanges(input, shown);
  if (!partial) return changes;
  return changes.map((change) => ({ ...change, value: missingValue("incomplete-parts"), improving: null }));
}

function nextDue(next: { period: Period; at: string }, toDate: boolean): { period: PeriodLabel; at: string } {
  return { period: periodLabel(next.period, toDate), at: next.at };
}

function asPeriod(type: Period["type"], ordinal: number | null): Period | null {
  return ordinal === null ? null : { type, ordinal };
}

/**
 * The point a card shows: the newest with a value; else the newest within the period asked for, or where none is asked the
 * newest whole of which some parts have a number.
 */
export function shownPoint(series: CardSeries, type: Period["type"], asked: Period | null): CardPoint | null {
  const present = [...series.values()].filter(({ value }) => value.kind !== "missing");
  const span = asked === null ? null : askedSpan(type, asked);
  const among =
    shownOrdinal(
      present.map(({ ordinal }) => ordinal),
      span,
    ) ?? shownOrdinal(span === null ? wholesOf(series) : series.keys(), span);
  return among === null ? null : (series.get(among) ?? null);
}

function wholesOf(series: CardSeries): number[] {
  return [...series.values()].flatMap(({ ordinal, coverage }) => (coverage === null ? [] : [ordinal]));
}
