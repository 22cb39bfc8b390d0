import type { EntryEffect, EntryRow } from "@bochiso/shared/entry";
import type { Language } from "@bochiso/shared/text";
import { type CsvCell, csvText } from "../../../lib/csv/index.ts";
import { entryErrorText } from "./entry-error-text.ts";

/** Columns as the reader of files knows them; the last is for people. */
const HEADER = [
  "Mã chỉ số",
  "Mã địa phương",
  "Mã phân tổ",
  "Kỳ",
  "Giá trị",
  "Trạng thái",
  "Kịch bản",
  "Ghi chú",
  "Rút lại",
  "Lý do từ chối",
] as const;

/** The refused rows as CSV that can be corrected and read again, each with why it was refused. */
export function refusedRowsFile(
  rows: readonly EntryRow[],
  { outcomes, errors }: Pick<EntryEffect, "outcomes" | "errors">,
  language: Language,
): string {
  const reasons = Map.groupBy(errors, ({ row }) => row);
  const lines = rows.flatMap((row, at): CsvCell[][] => {
    if (outcomes[at] !== "rejected") return [];
    const why = (reasons.get(at) ?? []).map((error) => entryErrorText(error)[language]).join(" ");
    return [[...cellsOf(row), why]];
  });
  return csvText([HEADER, ...lines]);
}

function cellsOf(row: EntryRow): CsvCell[] {
  const breakdown = Object.entries(row.breakdown ?? {}).map(([dimension, code]) => `${dimension}=${code}`);
  return [
    row.indicator,
    row.area,
    breakdown.join(";"),
    row.period,
    row.value === null ? null : decimalComma(row.value),
    row.status ?? null,
    row.scenario ?? null,
    row.note ?? null,
    row.retract === true ? "x" : null,
  ];
}

/** With a comma, as Excel here expects; `1.234` gets a further zero, since `1,234` would have two meanings. */
function decimalComma(value: string): string {
  if (!/^-?\d+\.\d+$/.test(value)) return value;
  const text = value.replace(".", ",");
  return /^-?[1-9]\d{0,2},\d{3}$/.test(text) ? `${text}0` : text;
}
