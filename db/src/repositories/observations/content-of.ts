import type { Observation } from "./observation.ts";

type StoredRow = Omit<Observation, "retracted"> & { readonly retracted: number };

/** A stored row as the domain reads it. */
export function contentOf(row: StoredRow): Observation {
  return {
    seriesId: row.seriesId,
    ordinal: row.ordinal,
    revision: row.revision,
    commitSeq: row.commitSeq,
    value: row.value,
    valueText: row.valueText,
    status: row.status,
    missingReason: row.missingReason,
    errorCode: row.errorCode,
    retracted: row.retracted === 1 ? 1 : 0,
    note: row.note,
    way: row.way,
    windowStart: row.windowStart,
    windowEnd: row.windowEnd,
    baseYear: row.baseYear,
    coverageHave: row.coverageHave,
    coverageOf: row.coverageOf,
    coverageWeight: row.coverageWeight,
    flags: row.flags,
  };
}
