import type { CellWay } from "@bochiso/shared/graph";
import type { MissingReason, ObservationStatus, Origin, Scenario, ValueErrorCode } from "@bochiso/shared/observation";
import type { PeriodType } from "@bochiso/shared/period";
import type { ColumnKit } from "../kit/index.ts";

/** What a cell says at one revision; the same columns for current and superseded ones. */
function revisionColumns(kit: ColumnKit) {
  return {
    seriesId: kit.bigint("series_id").notNull(),
    /** Ordinal of the period within the series' period type. */
    ordinal: kit.integer("ordinal").notNull(),
    revision: kit.integer("revision").notNull(),
    commitSeq: kit.bigint("commit_seq").notNull(),
    value: kit.real("value"),
    /** Exact decimal as sent. */
    valueText: kit.text("value_text"),
    status: kit.text("status").$type<ObservationStatus>(),
    missingReason: kit.text("missing_reason").$type<MissingReason>(),
    errorCode: kit.text("error_code").$type<ValueErrorCode>(),
    /** 1 = this revision takes the value back. */
    retracted: kit.integer("retracted").notNull(),
    note: kit.text("note"),
    /** How a computed cell came about; null for reported ones. */
    way: kit.text("way").$type<CellWay>(),
    windowStart: kit.text("window_start"),
    windowEnd: kit.text("window_end"),
    baseYear: kit.integer("base_year"),
    coverageHave: kit.integer("coverage_have"),
    coverageOf: kit.integer("coverage_of"),
    /** Share of the weight that the parts with a number have, 0–1. */
    coverageWeight: kit.real("coverage_weight"),
    /** Codes joined by one space. */
    flags: kit.text("flags"),
  };
}

/** Series, the current value of each of their cells, and every superseded one. */
export function observationTables(kit: ColumnKit) {
  /** Never deleted: connections remember their numbers. */
  const series = kit.table(
    "series",
    {
      id: kit.id("id"),
      indicator: kit.text("indicator").notNull(),
      area: kit.text("area").notNull(),
      breakdownKey: kit.text("breakdown_key").notNull(),
      scenario: kit.text("scenario").$type<Scenario>().notNull(),
      periodType: kit.text("period_type").$type<PeriodType>().notNull(),
      origin: kit.text("origin").$type<Origin>().notNull(),
    },
    (t) => [
      kit.uniqueIndex("series_key").on(t.indicator, t.area, t.breakdownKey, t.scenario, t.periodType, t.origin),
      kit.index("series_by_area").on(t.area, t.indicator),
    ],
  );
  const observation = kit.table("observation", revisionColumns(kit), (t) => [
    kit.primaryKey({ columns: [t.seriesId, t.ordinal] }),
    kit.index("observation_by_commit").on(t.commitSeq, t.seriesId, t.ordinal),
  ]);
  const observationRevision = kit.table(
    "observation_revision",
    { ...revisionColumns(kit), supersededSeq: kit.bigint("superseded_seq").notNull() },
    (t) => [
      kit.primaryKey({ columns: [t.seriesId, t.ordinal, t.revision] }),
      kit.index("observation_revision_by_commit").on(t.commitSeq, t.seriesId, t.ordinal, t.revision),
    ],
  );
  return { series, observation, observationRevision };
}
