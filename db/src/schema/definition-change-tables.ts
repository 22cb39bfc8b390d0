import type { CellWay } from "@bochiso/shared/graph";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { MissingReason, ObservationStatus, ValueErrorCode } from "@bochiso/shared/observation";
import type { PeriodType } from "@bochiso/shared/period";
import type { ColumnKit } from "../kit/index.ts";
import type { Details } from "./catalogue-tables.ts";

/** Where a change of definitions stands. Only `computing` and `ready` are open. */
export type ChangeState = "computing" | "ready" | "in-force" | "cancelled" | "failed";

/** An indicator of a cone and about how many cells it will have to compute. */
export interface ConeStep {
  readonly indicator: string;
  readonly cells: number;
}

/** Changes of definitions on their way into force, and the cells computed for them, which no reader sees. */
export function definitionChangeTables(kit: ColumnKit) {
  const definitionChange = kit.table(
    "definition_change",
    {
      id: kit.text("id").primaryKey(),
      state: kit.text("state").$type<ChangeState>().notNull(),
      effectiveFrom: kit.text("effective_from").notNull(),
      author: kit.text("author").notNull(),
      approvedBy: kit.text("approved_by"),
      definitions: kit.json<readonly IndicatorDefinition[]>("definitions").notNull(),
      /** Indicators to compute, each after everything it reads. */
      cone: kit.json<readonly ConeStep[]>("cone").notNull(),
      /** The catalogue it is computed beside; another one in force means: compute anew. */
      baseVersion: kit.text("base_version").notNull(),
      /** Which of the cone is being computed, counted from 0; -1 before the first. */
      coneAt: kit.integer("cone_at").notNull(),
      /** Next series of it, and next period of that series; null = its first. */
      walkAt: kit.integer("walk_at").notNull(),
      ordinalAt: kit.integer("ordinal_at"),
      doneCells: kit.bigint("done_cells").notNull(),
      ofCells: kit.bigint("of_cells").notNull(),
      stagedSeq: kit.bigint("staged_seq").notNull(),
      stagedAt: kit.text("staged_at").notNull(),
      endedSeq: kit.bigint("ended_seq"),
      endedAt: kit.text("ended_at"),
      /** Why it failed or was cancelled. */
      reason: kit.json<Details>("reason"),
      /** Whether cells computed for it are still stored. */
      holdsCells: kit.boolean("holds_cells").notNull(),
    },
    (t) => [kit.index("definition_change_by_state").on(t.state, t.stagedSeq)],
  );
  const stagedSeries = kit.table(
    "staged_series",
    {
      id: kit.id("id"),
      change: kit.text("change_id").notNull(),
      indicator: kit.text("indicator").notNull(),
      area: kit.text("area").notNull(),
      breakdownKey: kit.text("breakdown_key").notNull(),
      periodType: kit.text("period_type").$type<PeriodType>().notNull(),
      /** Position in the order of computing; null: came with values that arrived meanwhile. */
      walk: kit.integer("walk"),
      first: kit.integer("first"),
      last: kit.integer("last"),
    },
    (t) => [
      kit.uniqueIndex("staged_series_key").on(t.change, t.indicator, t.area, t.breakdownKey),
      kit.index("staged_series_by_walk").on(t.change, t.indicator, t.walk),
    ],
  );
  const stagedCell = kit.table(
    "staged_cell",
    {
      seriesId: kit.bigint("series_id").notNull(),
      ordinal: kit.integer("ordinal").notNull(),
      /** 0 = there is no such cell any more, but one is in force. */
      live: kit.integer("live").notNull(),
      value: kit.real("value"),
      status: kit.text("status").$type<ObservationStatus>(),
      missingReason: kit.text("missing_reason").$type<MissingReason>(),
      errorCode: kit.text("error_code").$type<ValueErrorCode>(),
      way: kit.text("way").$type<CellWay>(),
      coverageHave: kit.integer("coverage_have"),
      coverageOf: kit.integer("coverage_of"),
      coverageWeight: kit.real("coverage_weight"),
    },
    (t) => [kit.primaryKey({ columns: [t.seriesId, t.ordinal] })],
  );
  return { definitionChange, stagedSeries, stagedCell };
}
