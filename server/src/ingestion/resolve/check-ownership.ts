import type { Area } from "@bochiso/shared/area";
import { type IndicatorDefinition, isComputedOnly } from "@bochiso/shared/indicator";
import { type FeedScope, scopeHoldsArea } from "../reference.ts";
import type { Fault } from "../rules/error-collector.ts";
import type { ParsedRow } from "../submitted-row.ts";
import { isActualRow } from "./is-actual-row.ts";
import type { RowFaults } from "./row-faults.ts";

/** Areas of the feed named in a fault. */
const MOST_AREAS = 5;

/** Who sends, and what every feed may send. */
export interface Ownership {
  readonly feed: string;
  readonly scopes: ReadonlyMap<string, FeedScope>;
}

/** Reports what the feed may not send: computed indicators, indicators and areas of others. `area` is null where it is unknown. */
export function checkOwnership(
  row: ParsedRow,
  { definition, area }: { definition: IndicatorDefinition; area: Area | null },
  { feed, scopes, faults }: Ownership & { faults: RowFaults },
): void {
  const got = row.indicator;
  if (isComputedOnly(definition) && isActualRow(row)) {
    faults.report(row, { code: "indicator-derived", field: "indicator", got, expected: definition.formula ?? "" });
  }
  const areas = scopes.get(feed)?.get(got);
  if (areas === undefined) {
    const owner = faults.wantsHints(row) ? soleOwner(scopes, got, area) : null;
    faults.report(row, { code: "indicator-not-in-feed", field: "indicator", got, ...toldOwner(got, owner) });
  } else if (area !== null && !scopeHoldsArea(areas, area)) {
    const own = [...areas].filter((code) => !code.startsWith("!")).slice(0, MOST_AREAS);
    faults.report(row, { code: "area-not-in-feed", field: "area", got: row.area, expected: own.join(", ") });
  }
}

/** The one feed that owns an indicator in an area; public information of the catalogue. */
function soleOwner(scopes: Ownership["scopes"], indicator: string, area: Area | null): string | null {
  const owners = [...scopes].flatMap(([feed, scope]) => {
    const areas = scope.get(indicator);
    return areas !== undefined && (area === null || scopeHoldsArea(areas, area)) ? [feed] : [];
  });
  return owners.length === 1 ? (owners[0] ?? null) : null;
}

function toldOwner(indicator: string, owner: string | null): Pick<Fault, "expected" | "reason"> {
  if (owner === null) return {};
  return {
    expected: owner,
    reason: {
      vi: `Kênh này không được gửi chỉ số "${indicator}"; chỉ số này do kênh "${owner}" gửi.`,
      en: `This feed may not send the indicator "${indicator}"; the feed "${owner}" does.`,
    },
  };
}
