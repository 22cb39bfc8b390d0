import { type Period, periodAt, periodId, shiftPeriod } from "@bochiso/shared/period";
import type { Chance } from "../platform/chance.ts";
import { FOLLOWED, type FollowedSeries, SIMULATED_AREA, SIMULATED_NOTE } from "./followed-series.ts";

/** Where a series stands: its newest value, the period of it, and whether that is final. */
export interface SeriesState {
  readonly period: Period;
  readonly value: number;
  readonly isFinal: boolean;
  /** Until then it sends nothing (ms since 1970): a source that is late. */
  readonly silentUntil: number;
}

export type SimulationState = ReadonlyMap<string, SeriesState>;

/** A row as the contract takes it. */
export interface SimulatedRow {
  readonly indicator: string;
  readonly area: typeof SIMULATED_AREA;
  readonly period: string;
  readonly value: string;
  readonly status: "A" | "P";
  readonly note: string;
}

/** What one beat sends: rows in one submission, and how the series stand once it is accepted. */
export interface Beat {
  readonly kind: "readings" | "revision" | "refused" | "outlier";
  readonly rows: readonly SimulatedRow[];
  readonly next: SimulationState;
}

/** How often something out of the ordinary happens, per beat. */
const CHANCES = { refused: 0.03, outlier: 0.02, revision: 0.05, silent: 0.02 } as const;
const SERIES_PER_BEAT = 2;
const SILENCE_MS = { hour: 2.2 * 3_600_000, day: 30 * 3_600_000 } as const;
/** Draws a series back to its usual level. */
const PULL = 0.04;
/** Missing periods that are made up for at a start. */
export const CATCH_UP = { hour: 24, day: 7 } as const;

/** The newest periods that were missed while nothing was sent, final, oldest first. Empty where nothing is missing. */
export function planCatchUp(state: SimulationState, now: number, chance: Chance): Beat {
  const rows: SimulatedRow[] = [];
  const next = new Map(state);
  for (const series of FOLLOWED) {
    const current = periodAt(series.type, now);
    const known = state.get(series.indicator);
    const oldest = current.ordinal - CATCH_UP[series.type];
    const first = known === undefined ? oldest : Math.max(oldest, known.period.ordinal + (known.isFinal ? 1 : 0));
    let value = known?.value ?? series.usual;
    for (let ordinal = first; ordinal < current.ordinal; ordinal += 1) {
      const period: Period = { type: series.type, ordinal };
      value = stepped(series, value, chance);
      rows.push(rowOf(series, period, { value, status: "A" }));
      next.set(series.indicator, { period, value, isFinal: true, silentUntil: 0 });
    }
  }
  return { kind: "readings", rows, next };
}

/** What is sent next. Nothing but chance and time decides. */
export function planBeat(state: SimulationState, now: number, chance: Chance): Beat {
  const awake = FOLLOWED.filter(({ indicator }) => (state.get(indicator)?.silentUntil ?? 0) <= now);
  const chosen = pick(awake, SERIES_PER_BEAT, chance);
  const [first] = chosen;
  if (first === undefined) return { kind: "readings", rows: [], next: state };
  const roll = chance();
  if (roll < CHANCES.refused) return refusedBeat(first, state, now);
  if (roll < CHANCES.refused + CHANCES.outlier) return outlierBeat(state, now);
  if (roll < CHANCES.refused + CHANCES.outlier + CHANCES.revision) return revisionBeat(first, state, chance);
  return readings(chosen, state, { now, chance });
}

function readings(
  chosen: readonly FollowedSeries[],
  state: SimulationState,
  { now, chance }: { now: number; chance: Chance },
): Beat {
  const rows: SimulatedRow[] = [];
  const next = new Map(state);
  for (const series of chosen) {
    const known = state.get(series.indicator);
    const period = periodAt(series.type, now);
    let value = known?.value ?? series.usual;
    // What was provisional while its period ran becomes final with the first reading of the next.
    if (known !== undefined && !known.isFinal && known.period.ordinal < period.ordinal)
      rows.push(rowOf(series, known.period, { value: known.value, status: "A" }));
    // Whoever was silent sends what is missing, late.
    const oldest = period.ordinal - CATCH_UP[series.type];
    for (
      let ordinal = Math.max(oldest, (known?.period ?? period).ordinal + 1);
      ordinal < period.ordinal;
      ordinal += 1
    ) {
      value = stepped(series, value, chance);
      rows.push(rowOf(series, { type: series.type, ordinal }, { value, status: "A" }));
    }
    value = stepped(series, value, chance);
    rows.push(rowOf(series, period, { value, status: "P" }));
    const silentUntil = chance() < CHANCES.silent ? now + SILENCE_MS[series.type] : 0;
    next.set(series.indicator, { period, value, isFinal: false, silentUntil });
  }
  return { kind: "readings", rows, next };
}

/** A final value of the period before, corrected with its reason. */
function revisionBeat(series: FollowedSeries, state: SimulationState, chance: Chance): Beat {
  const known = state.get(series.indicator);
  if (known === undefined) return { kind: "revision", rows: [], next: state };
  const before = known.isFinal ? known.period : shiftPeriod(known.period, -1);
  const value = stepped(series, known.value, chance);
  const note = `${SIMULATED_NOTE}: đính chính sau kiểm tra`;
  const next = new Map(state);
  if (known.isFinal) next.set(series.indicator, { ...known, value });
  return { kind: "revision", rows: [{ ...rowOf(series, before, { value, status: "A" }), note }], next };
}

/** A value that is no number: refused, seen by the steward, nothing stored. */
function refusedBeat(series: FollowedSeries, state: SimulationState, now: number): Beat {
  const row = rowOf(series, periodAt(series.type, now), { value: series.usual, status: "P" });
  return { kind: "refused", rows: [{ ...row, value: "mất tín hiệu" }], next: state };
}

/** A misplaced decimal mark of the water level; the next reading is right again. */
function outlierBeat(state: SimulationState, now: number): Beat {
  const [series] = FOLLOWED;
  const known = series === undefined ? undefined : state.get(series.indicator);
  if (series === undefined || known === undefined || known.silentUntil > now)
    return { kind: "outlier", rows: [], next: state };
  const period = periodAt(series.type, now);
  // The end of a period comes first.
  if (known.isFinal || known.period.ordinal !== period.ordinal) return { kind: "outlier", rows: [], next: state };
  const next = state;
  return { kind: "outlier", rows: [rowOf(series, period, { value: known.value * 10, status: "P" })], next };
}

function stepped({ usual, move, min, max, decimals }: FollowedSeries, value: number, chance: Chance): number {
  const moved = value + PULL * (usual - value) + move * (2 * chance() - 1);
  return Number(Math.min(max, Math.max(min, moved)).toFixed(decimals));
}

function rowOf(
  { indicator, decimals }: FollowedSeries,
  period: Period,
  { value, status }: { value: number; status: "A" | "P" },
): SimulatedRow {
  const text = value.toFixed(decimals);
  return { indicator, area: SIMULATED_AREA, period: periodId(period), value: text, status, note: SIMULATED_NOTE };
}

function pick(from: readonly FollowedSeries[], count: number, chance: Chance): FollowedSeries[] {
  const left = [...from];
  const chosen: FollowedSeries[] = [];
  while (chosen.length < count && left.length > 0)
    chosen.push(...left.splice(Math.floor(chance() * left.length) % left.length, 1));
  return chosen;
}
