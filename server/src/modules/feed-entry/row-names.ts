import { periodLabel } from "@bochiso/shared/card";
import type { EntryEffect, EntryRow, RowName } from "@bochiso/shared/entry";
import { parsePeriod } from "@bochiso/shared/period";
import type { ScreenWorld } from "../screen/screen-world.ts";

/** What the rows at fault are about, in the words of screens. */
export function rowNames(
  { definitions, areas, toDate }: Pick<ScreenWorld, "definitions" | "areas" | "toDate">,
  { rows, errors }: { readonly rows: readonly EntryRow[]; readonly errors: EntryEffect["errors"] },
): RowName[] {
  return [...new Set(errors.map(({ row }) => row))].flatMap((at) => {
    const row = rows[at];
    if (row === undefined) return [];
    const definition = definitions.get(row.indicator);
    const parsed = parsePeriod(row.period, definition?.periodType);
    const period = parsed.ok ? parsed.period : null;
    return {
      row: at,
      indicator: definition?.name ?? null,
      area: areas.get(row.area)?.name ?? null,
      period: period && periodLabel(period, toDate.has(row.indicator)).label,
    };
  });
}
