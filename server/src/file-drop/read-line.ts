import type { EntryRow, OtherUnit } from "@bochiso/shared/entry";
import { entryRow } from "./entry-row.ts";
import { type LineFields, lineFields } from "./line-fields.ts";
import { cellAt, rangeOf } from "./merged-cells.ts";
import { readValue } from "./read-value.ts";
import { statusOfNote } from "./status-told.ts";
import type { FileCell } from "./table.ts";
import type { LineContext } from "./table-context.ts";
import { isNoUnit, isOtherUnit } from "./unit-told.ts";
import { cellAddress, rangeAddress } from "./xlsx/cell-address.ts";

/** A row with where its value stands. */
export interface PlacedRow {
  readonly row: EntryRow;
  readonly place: string;
  /** What the file names as its unit where that is another than the indicator's; null: it names none, or the same. */
  readonly otherUnit: Omit<OtherUnit, "row"> | null;
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
  const said = line.fields.get("status");
  const noted = said === undefined ? statusOfNote(line.fields.get("note")) : undefined;
  const status = said ?? (own === null ? undefined : (noted ?? context.header.status));
  if (own === null && status === undefined && context.emptyIsSkipped) return "skipped";
  const value = figureOf(context, { cell: own, place, indicator: line.fields.get("indicator") ?? "" });
  if (value === null) return "skipped";
  if (noted !== undefined && own !== null) context.tally.note("status-in-note", place);
  const otherUnit = otherUnitOf(context, line.fields.get("indicator") ?? "");
  if (otherUnit !== null) tellOtherUnit(context, place, otherUnit);
  return { place, row: entryRow({ ...line, value: value.text, status }), otherUnit };
}

/** The unit beside a figure, else that of the whole table; rates stand in tables of amounts without one of their own. */
function otherUnitOf(
  { table, merged, header, row, catalogue }: LineContext,
  indicator: string,
): PlacedRow["otherUnit"] {
  const unit = catalogue.units.get(indicator);
  if (unit === undefined) return null;
  const beside = header.unit === null ? null : cellAt(table, merged, { row, column: header.unit }).cell;
  const own = beside === null || isNoUnit(beside.text) ? null : beside.text;
  const written = own ?? (catalogue.percents.has(indicator) ? null : header.titleUnit);
  return written === null || !isOtherUnit(written, unit) ? null : { written: written.trim(), unit };
}

/** The figure is taken in the unit of its indicator whatever stands there: that it is another is told once for each. */
function tellOtherUnit(
  { findings, tally }: LineContext,
  place: string,
  { written, unit }: NonNullable<PlacedRow["otherUnit"]>,
): void {
  if (tally.isFirst(`${unit.vi}|${written}`)) findings.add("unit-differs", place, `“${written}” – “${unit.vi}”`);
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
