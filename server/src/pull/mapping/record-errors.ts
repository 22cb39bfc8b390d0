import type { PullRecordError, PullRow } from "@bochiso/shared/pull";
import type { RowError } from "@bochiso/shared/submission";
import type { MappedAnswer } from "./map-answer.ts";

/** Faults of rows as faults of the records they were made from. */
export function asRecordErrors(
  errors: readonly RowError[],
  { origins }: Pick<MappedAnswer, "origins">,
  rows: readonly PullRow[],
): PullRecordError[] {
  return errors.map(({ row, pointer, code, detail, detailVi, got, expected, nearest }) => {
    const mapping = rows[origins.mappings[row] ?? 0];
    const line = origins.lines[row] ?? 0;
    return {
      record: origins.records[row] ?? 0,
      ...(line === 0 ? {} : { line }),
      field: fieldAt(mapping, pointer),
      code,
      text: { vi: detailVi, en: detail },
      ...(got === undefined ? {} : { got }),
      ...(expected === undefined ? {} : { expected }),
      ...(nearest === undefined ? {} : { nearest }),
    };
  });
}

/** The field a column of the contract was read from; the column itself where it is the same for every record. */
function fieldAt(mapping: PullRow | undefined, pointer: string): string {
  const [, , , column = "", dimension] = pointer.split("/");
  if (mapping === undefined) return column;
  const { indicator, area, period, value, status, scenario, note, breakdown } = mapping;
  const fields: Readonly<Record<string, string | undefined>> = {
    indicator: indicator.field,
    area: area.field,
    period: period.field ?? period.month ?? period.quarter ?? period.year,
    value: value.field,
    status: status?.field,
    scenario: scenario?.field,
    note: note?.field,
    breakdown: dimension === undefined ? undefined : breakdown[dimension]?.field,
  };
  return fields[column] ?? dimension ?? column;
}
