import type { EntryRow } from "@bochiso/shared/entry";
import { entryRow } from "./entry-row.ts";
import { type LineFields, lineFields } from "./line-fields.ts";
import { cellAt, rangeOf } from "./merged-cells.ts";
import { readValue } from "./read-value.ts";
import type { FileCell } from "./table.ts";
import type { LineContext } from "./table-context.ts";
import { isOtherUnit } from "./unit-told.ts";
import { cellAddress, rangeAddress } from "./xlsx/cell-address.ts";

/** A row with where its value stands. */
export interface PlacedRow {
  readonly row: EntryRow;
  readonly place: string;
}

/** The value of a line in the form of the contract; or that it holds none, or words alone. What cannot be read is told. */
export function readLine(context: LineContext): PlacedRow | "skipped" | "footnote" {
  const { table, row, prefix, valueColumn, findings } = context;
  const place = prefix + cellAddress(row, valueColumn);
  const line = lineFields(context);
  const own = table.rows.get(row)?.get(valueColumn) ?? null;
  if (own === null && isFootnote(line)) return (table.rows.get(row)?.size ?? 0) > 0 ? "footnote" : "skipped";
  const range = rangeOf(context.merged, row, valueColumn);
  if (range !== undefined) {
    findings.add("value-merged", place, rangeAddress(range));
    return "skipped";
  }
  const status = line.fields.get("status");
  if (own === null && status === undefined && context.emptyIsSkipped) return "skipped";
  const value = figureOf(context, { cell: own, place, indicator: line.fields.get("indicator") ?? "" });
  if (value === null) return "skipped";
  tellOtherUnit(context, place, line.fields.get("indicator") ?? "");
  return { place, row: entryRow({ ...line, value: value.text, status }) };
}

/** The figure is taken in the unit of its indicator whatever stands beside it: that it is another is told once for each. */
function tellOtherUnit(
  { table, merged, header, row, catalogue, findings, tally }: LineContext,
  place: string,
  indicator: string,
): void {
  const unit = catalogue.units.get(indicator);
  const cell = header.unit === null ? null : cellAt(table, merged, { row, column: header.unit }).cell;
  if (unit === undefined || cell === null || !isOtherUnit(cell.text, unit)) return;
  const written = cell.text.trim();
  if (tally.isFirst(`${indicator}|${written}`)) findings.add("unit-differs", place, `“${written}” – “${unit.vi}”`);
}

function isFootnote({ fields, filled }: LineFields): boolean {
  return filled === 0 || (!fields.has("area") && !fields.has("period"));
}

/** The text of a value, null for an empty cell; null in all for what cannot be read, which is told. */
function figureOf(
  { catalogue, decimalMark, findings, openMarks, tally }: LineContext,
  { cell, place, indicator }: { cell: FileCell | null; place: string; indicator: string },
): { text: string | null } | null {
  const read = readValue(cell, { decimalMark, isPercent: catalogue.percents.has(indicator) });
  if (read.kind === "fault") {
    if (read.code === "number-ambiguous") openMarks.note(read.got);
    findings.add(read.code, place, read.got);
    return null;
  }
  if (cell?.formula !== undefined) tally.note("formula", place);
  if (cell?.kind === "percent") tally.note("percent-cell", place);
  return { text: read.kind === "value" ? read.text : null };
}
