import type { ColumnKit } from "../kit/index.ts";
import { catalogueTables } from "./catalogue-tables.ts";
import { definitionChangeTables } from "./definition-change-tables.ts";
import { feedRecordTables } from "./feed-record-tables.ts";
import { feedTables } from "./feed-tables.ts";
import { intakeTables } from "./intake-tables.ts";
import { ledgerTables } from "./ledger-tables.ts";
import { observationTables } from "./observation-tables.ts";
import { pullTables } from "./pull-tables.ts";
import { qualityTables } from "./quality-tables.ts";
import { receiptTables } from "./receipt-tables.ts";
import { targetTables } from "./target-tables.ts";

/** Every table of the system, built from the columns of one dialect. */
export function createSchema(kit: ColumnKit) {
  return {
    ...catalogueTables(kit),
    ...feedTables(kit),
    ...feedRecordTables(kit),
    ...observationTables(kit),
    ...ledgerTables(kit),
    ...targetTables(kit),
    ...definitionChangeTables(kit),
    ...receiptTables(kit),
    ...qualityTables(kit),
    ...intakeTables(kit),
    ...pullTables(kit),
  };
}

export type Schema = ReturnType<typeof createSchema>;
