import type { CellBlock } from "@bochiso/db/repositories/series";
import type { Catalogue } from "../../../catalogue/catalogue.ts";
import { scopeHoldsArea } from "../../../ingestion/reference.ts";
import type { Subject } from "../authenticate.ts";

/**
 * The cells a subject may read, as blocks for a filter of series; undefined: all. A feed reads its own. A page is cut among
 * these alone, so that its cursor names no other cell.
 */
export function readableCells(subject: Subject, catalogue: Catalogue): CellBlock[] | undefined {
  if (subject.kind === "reader") return undefined;
  const indicatorsOf = new Map<string, { areas: ReadonlySet<string>; indicators: string[] }>();
  for (const [indicator, areas] of catalogue.ownership.scopesAt(subject.at).get(subject.feed) ?? []) {
    const key = [...areas].toSorted().join(" ");
    const block = indicatorsOf.get(key);
    if (block === undefined) indicatorsOf.set(key, { areas, indicators: [indicator] });
    else block.indicators.push(indicator);
  }
  return [...indicatorsOf.values()].map(({ areas, indicators }) => ({ indicators, ...areasOf(areas, catalogue) }));
}

/** Real areas are thousands and fictional ones few: a scope over every real one is told by what it leaves out. */
function areasOf(scope: ReadonlySet<string>, catalogue: Catalogue): Pick<CellBlock, "areas" | "notAreas"> {
  const all = [...catalogue.areas.values()];
  const codes = (held: boolean) =>
    all.filter((area) => scopeHoldsArea(scope, area) === held).map((area) => String(area.code));
  return scope.has("*") ? { notAreas: codes(false) } : { areas: codes(true) };
}

/** Whether a subject may read a cell. The same rule decides on lists, changes and explanations. */
export function mayRead(subject: Subject, catalogue: Catalogue, cell: { indicator: string; area: string }): boolean {
  if (subject.kind === "reader") return true;
  const areas = catalogue.ownership.scopesAt(subject.at).get(subject.feed)?.get(cell.indicator);
  const area = catalogue.areas.get(cell.area);
  return areas !== undefined && area !== undefined && scopeHoldsArea(areas, area);
}
