import { parsePeriod, periodContaining, periodId } from "@bochiso/shared/period";
import type { FileField } from "./column-names.ts";
import { cellAt } from "./merged-cells.ts";
import { areaNamed, indicatorNamed, periodNamed, statusNamed } from "./name-reader.ts";
import type { FileCell } from "./table.ts";
import type { LineContext } from "./table-context.ts";
import { cellAddress } from "./xlsx/cell-address.ts";

/** What stands beside the value in a line. `filled`: cells of its own, not of a merged range. */
export interface LineFields {
  readonly fields: ReadonlyMap<FileField, string>;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly filled: number;
}

/** Reads what a line says beside its value, codes in place of names; what no name is known for stays as it is written. */
export function lineFields(context: LineContext): LineFields {
  const { header, row, prefix, valueColumn, tally } = context;
  const fields = new Map<FileField, string>(header.fixed);
  const breakdown: Record<string, string> = {};
  let filled = 0;
  for (const [column, meaning] of header.columns) {
    if (column === valueColumn) continue;
    const { cell, isFilled } = cellAt(context.table, context.merged, { row, column });
    if (cell === null) continue;
    if (isFilled) tally.note("filled-down", prefix + cellAddress(row, column));
    else filled += 1;
    if (meaning.kind === "dimension") breakdown[meaning.dimension] = cell.text.trim();
    else fields.set(meaning.field, fieldText(context, { cell, column, field: meaning.field }));
  }
  if (readNames(context, fields)) tally.note("names-read", prefix + cellAddress(row, valueColumn));
  return { fields, breakdown, filled };
}

function fieldText(context: LineContext, at: { cell: FileCell; column: number; field: FileField }): string {
  const { cell, column, field } = at;
  const place = context.prefix + cellAddress(context.row, column);
  const text = cell.text.trim();
  if (field === "area" && cell.kind === "number" && /^\d$/.test(text)) {
    context.tally.note("area-padded", place);
    return `0${text}`;
  }
  return field === "period" && cell.kind === "date" ? periodOfDate(context, text, place) : text;
}

/** A date stands for the period of the indicator's type that holds it. */
function periodOfDate(context: LineContext, day: string, place: string): string {
  const { catalogue, findings } = context;
  const written = writtenIndicator(context);
  const type = catalogue.periodTypes.get(indicatorNamed(catalogue.names, written) ?? written);
  if (type === undefined || !parsePeriod(day, "day").ok) return day;
  const period = periodId(periodContaining(type, day));
  if (type !== "day") findings.add("date-as-period", place, period);
  return period;
}

/** The indicator may stand in a column after the period, so it is looked up, not taken from what was read so far. */
function writtenIndicator({ table, merged, header, row }: LineContext): string {
  const column = [...header.columns].find(([, it]) => it.kind === "field" && it.field === "indicator")?.[0];
  if (column === undefined) return header.fixed?.get("indicator") ?? "";
  return cellAt(table, merged, { row, column }).cell?.text.trim() ?? "";
}

/** Puts codes where names stand; tells whether it did. What is no name is left to the rules of rows. */
function readNames({ catalogue }: LineContext, fields: Map<FileField, string>): boolean {
  const { names, periodTypes } = catalogue;
  const put = (field: FileField, code: string | null): boolean => {
    if (code === null || code === fields.get(field)) return false;
    fields.set(field, code);
    return true;
  };
  const text = (field: FileField): string => fields.get(field) ?? "";
  if (fields.has("status")) fields.set("status", statusNamed(text("status")));
  const indicator = put("indicator", indicatorNamed(names, text("indicator")));
  const period = put("period", periodNamed(text("period"), periodTypes.get(text("indicator"))));
  const area = put("area", areaNamed(names, text("area"), text("period")));
  return indicator || period || area;
}
