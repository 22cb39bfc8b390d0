import type { RowError } from "@bochiso/shared/submission";
import type { Language } from "@bochiso/shared/text";
import { type CsvCell, csvText } from "../../../../lib/csv/index.ts";
import { expectedText } from "../../common/expected-text.ts";

/** Faults of rows as CSV below the names of its columns: row, line, where, what came, why, what is asked for, code. */
export function errorsFile(columns: readonly string[], errors: readonly RowError[], language: Language): string {
  return csvText([columns, ...errors.map((error) => lineOf(error, language))]);
}

function lineOf(error: RowError, language: Language): CsvCell[] {
  const { row, line, pointer, got, detail, detailVi, nearest, code } = error;
  const asked = [expectedText(error, language)?.text, nearest].flatMap((it) => it ?? []);
  return [
    String(row + 1),
    line === undefined ? null : String(line),
    pointer.split("/").slice(3).join("/") || null,
    got ?? null,
    { vi: detailVi, en: detail }[language],
    asked.join(" · ") || null,
    code,
  ];
}
