import type { RowError } from "@bochiso/shared/submission";
import { RowFaults } from "../resolve/row-faults.ts";
import { ErrorCollector } from "../rules/error-collector.ts";
import type { ParsedRow } from "../submitted-row.ts";

/** A row as it was read: exports of the nation in March 2025, with these changes. */
export function aRow(change: Partial<ParsedRow> = {}): ParsedRow {
  return {
    row: 0,
    unread: new Set(),
    keeps: new Set(),
    indicator: "trade.export.value",
    area: "VN",
    period: "2025-03",
    breakdown: {},
    scenario: "actual",
    status: "A",
    value: null,
    note: null,
    retract: false,
    window: null,
    baseYear: null,
    unit: null,
    ...change,
  };
}

/** A collector of faults for a body whose pointers say no more than the field. */
export function aCollector(): ErrorCollector {
  const pointers = { field: (_row: number, field: string) => field, dimension: (_row: number, id: string) => id };
  return new ErrorCollector({ rows: [{ fields: null }], pointers });
}

/** What a check of rows reports. */
export function reported(check: (faults: RowFaults) => void): RowError[] {
  const errors = aCollector();
  check(new RowFaults(errors));
  return errors.sorted();
}
