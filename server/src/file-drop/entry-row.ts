import type { EntryRow } from "@bochiso/shared/entry";
import type { FileField } from "./column-names.ts";

/** A line of a table in the form of the contract; what it does not say is left out. */
export function entryRow(from: {
  fields: ReadonlyMap<FileField, string>;
  breakdown: Readonly<Record<string, string>>;
  value: string | null;
  status: string | undefined;
}): EntryRow {
  const { fields, value, status } = from;
  const breakdown = { ...parsedBreakdown(fields.get("breakdown")), ...from.breakdown };
  const [start = "", end = ""] = fields.get("window")?.split("/") ?? [];
  const row: EntryRow = {
    indicator: fields.get("indicator") ?? "",
    area: fields.get("area") ?? "",
    period: fields.get("period") ?? "",
    value,
  };
  if (Object.keys(breakdown).length > 0) row.breakdown = breakdown;
  if (status !== undefined) row.status = status;
  for (const field of ["scenario", "note", "baseYear"] as const) {
    const text = fields.get(field);
    if (text !== undefined) row[field] = text;
  }
  if (/^(true|x|1|có)$/i.test(fields.get("retract") ?? "")) row.retract = true;
  if (fields.has("window")) row.window = { start, end };
  return row;
}

/** `ownership=FDI;sector=…` of the template. */
function parsedBreakdown(text: string | undefined): Record<string, string> {
  const parts = (text ?? "").split(";").filter((part) => part.includes("="));
  return Object.fromEntries(
    parts.map((part) => [part.slice(0, part.indexOf("=")).trim(), part.slice(part.indexOf("=") + 1).trim()]),
  );
}
