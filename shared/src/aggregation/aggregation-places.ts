import type { Agency } from "../agency/index.ts";
import type { Area, AreaCode } from "../area/index.ts";
import type { BreakdownKey } from "../breakdown/index.ts";
import { agencyLineage } from "./agency-lineage.ts";
import { areaLineage } from "./area-lineage.ts";
import { areaLinks } from "./area-links.ts";
import { type LineageStep, lineageLinks } from "./lineage.ts";
import { LinkTable } from "./link-table.ts";

/** What is part of what, for aggregation and recast. */
export interface AggregationPlaces {
  readonly areas: LinkTable<AreaCode>;
  /** Lineage of the codes of a dimension, by dimension. */
  readonly codes: ReadonlyMap<string, LinkTable>;
  /**
   * The areas that a breakdown concerns, such as those an event was declared for; null = all. Others are no
   * part of its totals.
   */
  readonly scopeOf: (breakdown: BreakdownKey) => ReadonlySet<string> | null;
}

/**
 * The places of the areas and agencies in force. `agencyDimensions` are the dimensions whose codes are agencies;
 * `lineage` adds changes of areas that the areas themselves do not state, such as splits with weights. Throws
 * `lineage-invalid`, `links-cycle`.
 */
export function createAggregationPlaces(input: {
  areas: Iterable<Area>;
  lineage?: readonly LineageStep<AreaCode>[];
  agencies?: Iterable<Agency>;
  agencyDimensions?: readonly string[];
  scopeOf?: AggregationPlaces["scopeOf"];
}): AggregationPlaces {
  const { lineage = [], agencies = [], agencyDimensions = [], scopeOf = () => null } = input;
  const areas = [...input.areas];
  const links = [...areaLinks(areas), ...lineageLinks([...areaLineage(areas), ...lineage])];
  const codes = new LinkTable(lineageLinks(agencyLineage(agencies).steps));
  return {
    areas: new LinkTable(links),
    codes: new Map(agencyDimensions.map((dimension) => [dimension, codes])),
    scopeOf,
  };
}
