import type { AskedColumn, ColumnMapping, ColumnRole, TableKey, TableStatus } from "@bochiso/shared/entry";

/** The lowest heading of a column: what parts it from those beside it. */
export function lowestHeading({ heading }: AskedColumn): string {
  return heading.split(" / ").at(-1) ?? "";
}

/** One column holds something else than was said. */
export function withRole(mapping: ColumnMapping, asked: AskedColumn, role: ColumnRole): ColumnMapping {
  const columns = mapping.columns.map((it) => (it.column === asked.column ? { ...it, role } : it));
  const values = columns.filter((it) => it.role === "value").length;
  const across = values > 1 ? mapping.across : null;
  return across === null ? { ...mapping, columns, across } : withHeadings({ ...mapping, columns, across }, [asked]);
}

/** What the headings of the columns of values name; where nothing is said of one, its heading stands for it. */
export function withAcross(
  mapping: ColumnMapping,
  asked: readonly AskedColumn[],
  across: TableKey | null,
): ColumnMapping {
  const columns = mapping.columns.map((it) => (across === mapping.across ? it : { ...it, of: "" }));
  return withHeadings({ ...mapping, columns, across }, asked);
}

function withHeadings(mapping: ColumnMapping, asked: readonly AskedColumn[]): ColumnMapping {
  const headings = new Map(asked.map((it) => [it.column, lowestHeading(it)]));
  const columns = mapping.columns.map((it) =>
    it.role === "value" && it.of === "" ? { ...it, of: headings.get(it.column) ?? "" } : it,
  );
  return { ...mapping, columns };
}

/** The status of the figures of one column of values, or of all; null: none is named. */
export function withStatus(mapping: ColumnMapping, status: TableStatus | null, only?: AskedColumn): ColumnMapping {
  const columns = mapping.columns.map((it) => {
    if (it.role !== "value" || (only !== undefined && it.column !== only.column)) return it;
    const { status: _before, ...rest } = it;
    return status === null ? rest : { ...rest, status };
  });
  return { ...mapping, columns };
}

/** What all columns of values have; `mixed` where they differ, null where a column of statuses says it line by line. */
export function statusOfAll({ columns }: ColumnMapping): TableStatus | "" | "mixed" | null {
  const values = columns.filter(({ role }) => role === "value");
  if (values.length === 0 || columns.some(({ role }) => role === "status")) return null;
  const [first = "", ...others] = new Set(values.map(({ status }): TableStatus | "" => status ?? ""));
  return others.length > 0 ? "mixed" : first;
}
