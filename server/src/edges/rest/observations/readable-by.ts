import type { Catalogue } from "../../../catalogue/catalogue.ts";
import { scopeHoldsArea } from "../../../ingestion/reference.ts";
import type { Subject } from "../authenticate.ts";

/** The indicators a subject may read among those asked for; undefined: all. A feed reads its own. */
export function readableIndicators(
  subject: Subject,
  catalogue: Catalogue,
  asked: string[] | null,
): string[] | undefined {
  if (subject.kind === "reader") return asked ?? undefined;
  const own = catalogue.scopes.get(subject.feed);
  if (asked === null) return [...(own?.keys() ?? [])];
  return asked.filter((indicator) => own?.has(indicator));
}

/** Whether a subject may read a cell. The same rule decides on lists, changes and explanations. */
export function mayRead(subject: Subject, catalogue: Catalogue, cell: { indicator: string; area: string }): boolean {
  if (subject.kind === "reader") return true;
  const areas = catalogue.scopes.get(subject.feed)?.get(cell.indicator);
  const area = catalogue.areas.get(cell.area);
  return areas !== undefined && area !== undefined && scopeHoldsArea(areas, area);
}
