import type { ListedObservation } from "@bochiso/db/repositories/observations";
import { type BreakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import { type PeriodId, periodId } from "@bochiso/shared/period";
import type { UnitBasis } from "./area-basis.ts";

/** Who sent what a commit holds, and when it was recorded. */
export interface Provenance {
  recordedAt: string;
  feed: string | null;
  submission: string | null;
}

/** One observation as answered by the API. */
export interface ObservationJson {
  indicator: string;
  area: string;
  /** Whether the unit is a present province or a former one; null for the nation, regions and others. */
  areaBasis: UnitBasis;
  period: PeriodId;
  breakdown: Readonly<Record<string, string>>;
  scenario: string;
  origin: string;
  value: number | null;
  /** Exact decimal as sent; of a computed value its shortest text that reads back as the same double. */
  valueText: string | null;
  status: string | null;
  missing: string | null;
  error: string | null;
  /** Null of a value aggregated over time, which is not stored. */
  revision: number | null;
  recordedAt: string;
  commitSeq: number;
  feed: string | null;
  submission: string | null;
  simulated: boolean;
  /** How a computed value came about: `formula`, `carried`, `recast`, `roll-up`, `total`, `over-time`; null for a reported one. */
  way: string | null;
  /** Parts with a number of those needed, and the share of the weight they stand for where parts are weighed. */
  coverage: { have: number; of: number; weightShare: number | null } | null;
  flags: string[];
  /** Why this revision was made, as its sender said. */
  note: string | null;
  /** First and last day where the value stands for other days than its period. */
  window: { start: string; end: string } | null;
  baseYear: number | null;
}

/** What is known of a row beside what is stored. */
export interface RowContext {
  /** Codes of the quality rules that the value breaks, unless somebody confirmed it. */
  flags: readonly string[];
  provenance: Provenance | undefined;
  simulated: boolean;
  areaBasis: UnitBasis;
}

/** The answer's form of a stored observation. A computed value has no feed; its submission is the one that caused it. */
export function observationJson(
  stored: ListedObservation,
  { provenance, simulated, areaBasis, flags }: RowContext,
): ObservationJson {
  const {
    coverageHave: have,
    coverageOf: of,
    coverageWeight: weightShare,
    windowStart: start,
    windowEnd: end,
  } = stored;
  return {
    indicator: stored.indicator,
    area: stored.area,
    areaBasis,
    period: periodId({ type: stored.periodType, ordinal: stored.ordinal }),
    breakdown: parseBreakdownKey(stored.breakdownKey as BreakdownKey),
    scenario: stored.scenario,
    origin: stored.origin,
    value: stored.value,
    valueText: stored.valueText ?? (stored.value === null ? null : String(stored.value)),
    status: stored.status,
    missing: stored.missingReason,
    error: stored.errorCode,
    revision: stored.revision,
    recordedAt: provenance?.recordedAt ?? "",
    commitSeq: stored.commitSeq,
    feed: stored.origin === "reported" ? (provenance?.feed ?? null) : null,
    submission: provenance?.submission ?? null,
    simulated,
    way: stored.origin === "computed" ? (stored.way ?? "formula") : null,
    coverage: have === null || of === null ? null : { have, of, weightShare },
    flags: [...flags],
    note: stored.note,
    window: start === null || end === null ? null : { start, end },
    baseYear: stored.baseYear,
  };
}
