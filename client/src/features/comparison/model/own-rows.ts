import type { AreaComparison, AreaRow } from "@bochiso/shared/screen";

/** The rows of the province in view: itself, or on former boundaries the units that it was merged from. */
export function ownRows({ rows }: Pick<AreaComparison, "rows">, own: string | null): AreaRow[] {
  if (own === null) return [];
  return rows.filter(({ area, successor }) => area === own || successor?.area === own);
}
