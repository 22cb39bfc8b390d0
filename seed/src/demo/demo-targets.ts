import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { periodFromId, periodId, periodRange } from "@bochiso/shared/period";
import { Target } from "@bochiso/shared/target";
import { DEMO_AREA_CODE, loadCatalogue } from "../catalogue/index.ts";
import { type DataDir, defaultDataDir } from "../files/index.ts";

/** Targets as a steward of the fictional province would assign them at one moment; the unit is written beside each. */
export interface DemoTargets {
  readonly recordedAt: string;
  readonly entries: readonly { kind: "assign"; target: Target; unit: string; reason: null }[];
}

type Resolution = Pick<Target, "legalBasis" | "validity"> & { readonly id: string; readonly recordedAt: string };

const COUNCIL = { vi: "Hội đồng nhân dân Tỉnh Mẫu (hư cấu)", en: "People's Council of the fictional Tỉnh Mẫu" };

function resolution(id: string, number: string, date: string, from: string, to: string): Resolution {
  return {
    id,
    legalBasis: { number: `Nghị quyết mô phỏng số ${number}`, date, issuer: COUNCIL, clause: null },
    validity: { from, to },
    recordedAt: `${date}T09:30:00.000Z`,
  };
}

/** Every document is invented, like the province, and says so in its number. */
const FIVE_YEARS = resolution("nq5nam", "03/NQ-HĐND (kế hoạch trung hạn)", "2024-12-06", "2024-12-06", "2030-12-31");
const OF_2025 = resolution("nq2025", "05/NQ-HĐND (năm 2025)", "2024-12-06", "2025-01-01", "2025-12-31");
const OF_2026 = resolution("nq2026", "12/NQ-HĐND (năm 2026)", "2025-12-10", "2026-01-01", "2026-12-31");

/** One figure of a resolution: code, goal, and what differs from an even pace over the year. */
interface Figure {
  readonly code: string;
  readonly goal: number | { readonly min: number | null; readonly max: number | null };
  readonly by?: string;
  readonly from?: readonly [period: string, value: number];
  readonly course?: Target["course"];
  readonly pace?: Target["pace"];
  readonly breakdown?: Readonly<Record<string, string>>;
}

const quarters = (...shares: number[]): Target["pace"] => ({ kind: "custom", periodType: "quarter", shares });
const LOCAL_CAPITAL = { budgetHolder: "local" };

/** Yearly figures of 2026: sums, levels, ceilings, ranges; every status word of a period under way stands somewhere. */
const FIGURES_2026: readonly Figure[] = [
  { code: "prov.grdp.growth", goal: 8 },
  { code: "macro.iip.index_ytd", goal: 109 },
  { code: "macro.retail.value", goal: 77_000 },
  { code: "fdi.new_capital", goal: 620 },
  { code: "trade.export.value", goal: 4500 },
  { code: "fin.revenue.total", goal: 17_800 },
  { code: "fin.revenue.rate", goal: 100, course: "accumulates" },
  { code: "pi.rate", goal: 95, course: "accumulates", pace: quarters(0.1, 0.35, 0.65, 1), breakdown: LOCAL_CAPITAL },
  {
    code: "pi.executed_rate",
    goal: 100,
    course: "accumulates",
    pace: quarters(0.15, 0.45, 0.75, 1),
    breakdown: LOCAL_CAPITAL,
  },
  { code: "inv.total", goal: 40_000 },
  { code: "tour.revenue", goal: 4700, pace: { kind: "seasonal" } },
  { code: "tour.stay", goal: 4_200_000, pace: { kind: "seasonal" } },
  { code: "lab.jobs_created", goal: 36_000 },
  { code: "lab.unemployment_urban", goal: 2.8 },
  { code: "lab.agri_share", goal: 29, from: ["2025-Q4", 30.29] },
  { code: "ent.suspended", goal: 700 },
  { code: "saf.fire.loss", goal: 30 },
  { code: "saf.traffic.deaths", goal: 90 },
  { code: "soc.hi_coverage", goal: 95 },
  { code: "soc.social_housing", goal: 1300 },
  { code: "env.waste_collected", goal: 95 },
  { code: "ntp.nrd.communes_met", goal: 70, from: ["2025-12", 64] },
  { code: "psq.online_rate", goal: 80 },
  { code: "psq.ontime_rate", goal: 98 },
  { code: "cct.met", goal: 25, course: "accumulates" },
  { code: "cct.met_rate", goal: 92.6, course: "accumulates" },
  { code: "cct.completion", goal: 95, course: "accumulates" },
  { code: "agri.pig", goal: { min: 470, max: 500 } },
  { code: "hyd.reservoir_fill", goal: { min: 70, max: 95 } },
  { code: "prov.border_trucks", goal: { min: null, max: 120 } },
];

/** Figures of 2025, which is over: exceeded, met and not met. */
const FIGURES_2025: readonly Figure[] = [
  { code: "trade.export.value", goal: 4400 },
  { code: "hea.doctors", goal: 10.5 },
  { code: "hea.beds", goal: 32 },
  { code: "dig.dti", goal: 0.6 },
  { code: "edu.national_standard", goal: 65 },
  { code: "adm.par_index", goal: 88 },
  { code: "dig.economy_share", goal: 15 },
];

/** Several years from a baseline: judged by actual against required growth. */
const FIGURES_OF_YEARS: readonly Figure[] = [
  { code: "psq.annual.total", goal: 85, from: ["2023", 59.28], by: "2030" },
  { code: "env.forest_cover", goal: 45.5, from: ["2023", 44.55], by: "2030" },
  { code: "env.clean_water_rural", goal: 65, from: ["2023", 53.1], by: "2028" },
  { code: "ntp.dtts.pov_rate", goal: 8, from: ["2023", 24.22], by: "2030" },
  { code: "lab.trained", goal: 40, from: ["2023", 26.8], by: "2028" },
];

/** Planned physical progress of key projects at the end of each week, which `kp.schedule_gap` is computed from. */
function weeklyProgress(): Figure[] {
  const weeks = periodRange(periodFromId("2026-W40", "week"), periodFromId("2026-W48", "week"));
  return weeks.map((week, index) => ({
    code: "kp.progress",
    goal: Number((60.4 + 0.85 * index).toFixed(2)),
    by: periodId(week),
    course: "holds",
  }));
}

/**
 * The simulated targets of the fictional province, by the moment they were assigned: rising and falling ones, sums, levels,
 * ranges and multi-year ones, so that every method of assessment and every status word is there. No real place has a target here.
 */
export function demoTargets(dataDir: DataDir = defaultDataDir()): DemoTargets[] {
  const catalogue = new Map(loadCatalogue(dataDir).map((it) => [String(it.code), it]));
  const assigned = [
    { resolution: FIVE_YEARS, figures: FIGURES_OF_YEARS },
    { resolution: OF_2025, figures: FIGURES_2025 },
    { resolution: OF_2026, figures: [...FIGURES_2026, ...weeklyProgress()] },
  ];
  return assigned.map(({ resolution: by, figures }) => ({
    recordedAt: by.recordedAt,
    entries: figures.map((figure) => entryOf(by, figure, catalogue.get(figure.code))),
  }));
}

function entryOf(by: Resolution, figure: Figure, definition: IndicatorDefinition | undefined) {
  if (definition === undefined) throw new Error(`no indicator ${figure.code} in the catalogue`);
  const due = figure.by ?? by.validity.from.slice(0, 4);
  const target = Target.parse({
    id: `demo-${by.id}-${figure.code}${figure.by === undefined ? "" : `-${figure.by}`}`,
    indicator: figure.code,
    area: DEMO_AREA_CODE,
    breakdown: figure.breakdown ?? {},
    goal: typeof figure.goal === "number" ? { kind: "value", value: figure.goal } : { kind: "range", ...figure.goal },
    by: due,
    legalBasis: by.legalBasis,
    baseline: figure.from === undefined ? null : { period: figure.from[0], value: figure.from[1] },
    validity: by.validity,
    pace: figure.pace ?? { kind: "linear" },
    course: figure.course ?? null,
  });
  return { kind: "assign" as const, target, unit: definition.unit, reason: null };
}
