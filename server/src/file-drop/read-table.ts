import { columnMark, tellHeader } from "./header-findings.ts";
import { mergedCells } from "./merged-cells.ts";
import { type PlacedRow, readLine } from "./read-line.ts";
import type { TableContext } from "./table-context.ts";
import { Tally } from "./tally.ts";
import { cellAddress } from "./xlsx/cell-address.ts";

/** The values of a table in the form of the contract; what cannot be read is told and left out. */
export function readTable(context: TableContext): PlacedRow[] {
  const { table, header, findings, prefix } = context;
  tellHeader(context);
  const valueColumn = [...header.columns].find(([, it]) => it.kind === "field" && it.field === "value")?.[0] ?? null;
  const below = [...table.rows.keys()].filter((row) => row >= header.firstRow).sort((a, b) => a - b);
  const decimalMark = columnMark(context, below, valueColumn) ?? context.saidMark;
  const merged = mergedCells(table.merged, header.firstRow);
  const tally = context.tally ?? new Tally();
  const rows: PlacedRow[] = [];
  for (const row of below) {
    const line = readLine({ ...context, row, merged, tally, decimalMark, valueColumn: valueColumn ?? 0 });
    if (line === "skipped") continue;
    if (line !== "footnote") {
      rows.push(line);
      if (table.hiddenRows.has(row)) tally.note("hidden-rows", line.place);
      continue;
    }
    const [at = 0, cell] = [...(table.rows.get(row) ?? [])][0] ?? [];
    findings.add("footnote", prefix + cellAddress(row, at), cell?.text ?? "");
  }
  if (context.tally === undefined) tally.tell(findings);
  return rows;
}
