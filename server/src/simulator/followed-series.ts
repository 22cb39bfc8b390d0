/** How a simulated series goes on: drawn to its usual level, and moved by chance. In the indicator's unit. */
export interface FollowedSeries {
  readonly indicator: string;
  readonly type: "hour" | "day";
  readonly usual: number;
  /** Largest move of one reading. */
  readonly move: number;
  readonly decimals: number;
  readonly min: number;
  readonly max: number;
}

/** The fictional province as the contract names it. */
export const SIMULATED_AREA = "demo:MAU";
/** The feed that owns these series in it. */
export const SIMULATED_FEED = "demo.tinhmau";
/** On every row. */
export const SIMULATED_NOTE = "Số liệu mô phỏng";

/** Readings of stations and desks, which change within the day; levels only: a sum would have to grow with its parts. */
export const FOLLOWED: readonly FollowedSeries[] = [
  { indicator: "hyd.level", type: "hour", usual: 4.2, move: 0.06, decimals: 2, min: 3, max: 6.5 },
  { indicator: "hyd.reservoir_level", type: "hour", usual: 75.8, move: 0.05, decimals: 2, min: 74, max: 78 },
  { indicator: "hyd.reservoir_fill", type: "hour", usual: 89.5, move: 0.3, decimals: 1, min: 70, max: 100 },
  { indicator: "hyd.discharge", type: "hour", usual: 190, move: 9, decimals: 0, min: 60, max: 480 },
  { indicator: "hyd.rain24", type: "hour", usual: 22, move: 3, decimals: 1, min: 0, max: 160 },
  { indicator: "prov.flood_points", type: "hour", usual: 3, move: 1, decimals: 0, min: 0, max: 20 },
  { indicator: "env.pm25", type: "day", usual: 31, move: 1.8, decimals: 1, min: 6, max: 90 },
  { indicator: "env.aqi", type: "day", usual: 78, move: 4, decimals: 0, min: 20, max: 180 },
  { indicator: "hea.bed_occupancy", type: "day", usual: 88, move: 0.5, decimals: 1, min: 60, max: 99 },
  { indicator: "energy.power.pmax", type: "day", usual: 905, move: 12, decimals: 0, min: 700, max: 1100 },
  { indicator: "epi.icu_free", type: "day", usual: 34, move: 2, decimals: 0, min: 5, max: 60 },
  { indicator: "prov.border_trucks", type: "day", usual: 140, move: 12, decimals: 0, min: 10, max: 420 },
];
