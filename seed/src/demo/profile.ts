/** How a simulated series behaves. Either `base` (in the indicator's unit, at October 2026) or a part `of` another series. */
export interface Profile {
  readonly base?: number;
  /** Code of the series it is a part of, at the same or the containing period. */
  readonly of?: string;
  readonly share?: number;
  /** Growth a year, 0.08 = 8 %. */
  readonly growth?: number;
  /** Amplitude of the season, highest in December: 0.1 = ± 10 %. */
  readonly season?: number;
  /** Relative noise, 0.03 = ± 3 %. */
  readonly noise?: number;
  /** Builds up from nothing to its full value over the calendar year. */
  readonly inYear?: boolean;
  /** Factors at the first and the last simulated period, with a straight line between. */
  readonly climb?: readonly [number, number];
  /** First simulated period where it is earlier than that of its type: seasons are seen over three whole years. */
  readonly since?: string;
  /** `start`: known when the period begins (a plan, a count of units); `running`: a provisional value within the year. */
  readonly known?: "start" | "running";
  /** Factors over the days or hours of the simulated event; the last one holds on. */
  readonly event?: readonly number[];
}

/** A level or a flow. */
export const level = (base: number, more: Omit<Profile, "base" | "of" | "share"> = {}): Profile => ({ base, ...more });
/** A part of another series. */
export const part = (of: string, share: number, more: Omit<Profile, "base" | "of" | "share"> = {}): Profile => ({
  of,
  share,
  ...more,
});
