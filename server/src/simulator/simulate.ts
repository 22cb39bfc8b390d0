import { setTimeout as wait } from "node:timers/promises";
import { periodAt, periodFromId, periodId, shiftPeriod } from "@bochiso/shared/period";
import type { Chance } from "../platform/chance.ts";
import type { Clock } from "../platform/clock.ts";
import { contractClient, type StoredReading } from "./contract-client.ts";
import { FOLLOWED, SIMULATED_AREA, SIMULATED_FEED } from "./followed-series.ts";
import { type Beat, CATCH_UP, planBeat, planCatchUp, type SeriesState, type SimulationState } from "./plan-beat.ts";

/** Where to send and what leads it on. */
export interface Simulated {
  readonly url: string;
  /** Key of the fictional province's feed. */
  readonly key: string;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly signal: AbortSignal;
  readonly pace?: Pace;
}

/** Milliseconds between beats: the mean, the longest wait after failures. */
export interface Pace {
  readonly beatMs: number;
  readonly longestMs: number;
}

const PACE: Pace = { beatMs: 24_000, longestMs: 300_000 };
/** Beats between two signs of life. */
const HEARTBEAT_EVERY = 5;

/** Goes on sending simulated readings until the signal ends it. What fails is tried again, ever more slowly. */
export async function simulate({ url, key, clock, chance, signal, pace = PACE }: Simulated): Promise<void> {
  const client = contractClient({ url, key, signal });
  const run = clock.now().toISOString();
  let state: SimulationState | null = null;
  let failures = 0;
  for (let beat = 0; !signal.aborted; beat += 1) {
    try {
      const now = clock.now().getTime();
      if (beat % HEARTBEAT_EVERY === 0) await client.beat(SIMULATED_FEED);
      const known: SimulationState = state ?? (await readState(client, now));
      const planned: Beat = state === null ? planCatchUp(known, now, chance) : planBeat(known, now, chance);
      state = known;
      if (planned.rows.length > 0) {
        const outcome = await client.send(submissionOf(planned), `simulator-${run}-${beat}`);
        if (outcome === "later") throw new Error("the server asked to come back later");
        // A refused row is part of the play, and changes nothing; another refusal means that others wrote: look again.
        if (outcome === "refused" && planned.kind !== "refused") state = null;
      }
      if (state !== null) state = planned.next;
      failures = 0;
    } catch {
      if (signal.aborted) return;
      failures += 1;
      state = null;
    }
    const slowed = Math.min(pace.longestMs, pace.beatMs * 2 ** failures);
    const between = failures === 0 ? pace.beatMs : slowed;
    await wait(between * (0.6 + 0.8 * chance()), undefined, { signal, ref: false }).catch(() => undefined);
  }
}

function submissionOf({ rows }: Beat): object {
  const source = { publisher: "Bộ mô phỏng", document: "Số liệu mô phỏng của Tỉnh Mẫu" };
  return { feed: SIMULATED_FEED, source, observations: rows };
}

/** Where every series stands by what the server holds. */
async function readState(client: ReturnType<typeof contractClient>, now: number): Promise<SimulationState> {
  const state = new Map<string, SeriesState>();
  for (const type of ["hour", "day"] as const) {
    const indicators = FOLLOWED.filter((it) => it.type === type).map((it) => it.indicator);
    const from = periodId(shiftPeriod(periodAt(type, now), -2 * CATCH_UP[type]));
    for (const reading of await client.read({ indicators, area: SIMULATED_AREA, from }))
      keepNewest(state, reading, type);
  }
  return state;
}

function keepNewest(state: Map<string, SeriesState>, reading: StoredReading, type: "hour" | "day"): void {
  const { indicator, value, status, breakdown } = reading;
  if (value === null || Object.keys(breakdown).length > 0) return;
  const period = periodFromId(reading.period, type);
  const known = state.get(indicator);
  if (known !== undefined && known.period.ordinal >= period.ordinal) return;
  const bounds = FOLLOWED.find((it) => it.indicator === indicator);
  const within = Math.min(bounds?.max ?? value, Math.max(bounds?.min ?? value, value));
  state.set(indicator, { period, value: within, isFinal: status === "A", silentUntil: 0 });
}
