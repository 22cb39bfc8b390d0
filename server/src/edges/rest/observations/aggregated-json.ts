import { type BreakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import { type Period, periodEnd, periodId } from "@bochiso/shared/period";
import type { TimeWhole } from "../../../compute/open-wholes.ts";
import type { ObservationJson, RowContext } from "./observation-json.ts";

/** A value aggregated over time, and whether it stands at the indicator's own period type. */
export interface AggregatedCell {
  indicator: string;
  area: string;
  breakdown: BreakdownKey;
  period: Period;
  whole: TimeWhole;
  isOwn: boolean;
}

/**
 * The answer's form of a value aggregated over time: it has no revision of its own; its commit is the newest of those it
 * was made of. `coverage` counts the indicator's own periods; the flag `partial` marks a number of a part of its period,
 * `period-not-over` a period that is still running.
 */
export function aggregatedJson(
  { indicator, area, breakdown, period, whole, isOwn }: AggregatedCell,
  { provenance, simulated, areaBasis, now }: RowContext & { now: number },
): ObservationJson {
  const { value, status, coverage, partial, commitSeq } = whole;
  const own = isOwn ? (whole.parts[0]?.token ?? null) : null;
  const number = value.kind === "number" ? value.value : null;
  return {
    indicator,
    area,
    areaBasis,
    period: periodId(period),
    breakdown: parseBreakdownKey(breakdown),
    scenario: "actual",
    origin: own?.origin ?? "computed",
    value: number,
    valueText: own?.cell.observation?.valueText ?? (number === null ? null : String(number)),
    status,
    missing: value.kind === "missing" ? value.reason : null,
    error: value.kind === "error" ? value.code : null,
    revision: own?.cell.observation?.revision ?? null,
    recordedAt: provenance?.recordedAt ?? "",
    commitSeq: commitSeq ?? 0,
    feed: own?.origin === "reported" ? (provenance?.feed ?? null) : null,
    submission: provenance?.submission ?? null,
    simulated,
    way: own === null ? "over-time" : own.origin === "computed" ? (own.cell.observation?.way ?? "formula") : null,
    coverage,
    flags: [...(partial ? ["partial"] : []), ...(periodEnd(period) > now ? ["period-not-over"] : [])],
    note: null,
    window: null,
    baseYear: null,
  };
}
