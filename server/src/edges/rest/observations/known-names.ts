import { findSeries } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import type { DomainError } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";
import type { Catalogue } from "../../../catalogue/catalogue.ts";
import { nearestCode } from "../../../ingestion/rules/nearest-code.ts";
import { malformedParameter } from "../query-parameters.ts";
import type { ObservationQuery } from "./observation-query.ts";

const INDICATOR: Text = { vi: "một mã chỉ số có trong danh mục", en: "a known indicator" };
const AREA: Text = { vi: "một mã địa phương có trong danh mục", en: "a known area" };

/**
 * Checks the codes a list was narrowed to: an empty answer to a mistyped code would read as "there are no figures". A retired
 * indicator has left the catalogue and answers with the figures it keeps. Throws `parameter-malformed`, with the nearest code.
 */
export async function checkKnownNames(
  tx: ReadTx,
  { definitions, areas }: Catalogue,
  query: Pick<ObservationQuery, "indicators" | "areas">,
): Promise<void> {
  for (const indicator of query.indicators ?? []) {
    if (definitions.has(indicator)) continue;
    const kept = await findSeries(tx, { indicators: [indicator] });
    if (kept.length === 0) throw unknownIndicator(indicator, definitions.keys());
  }
  for (const area of query.areas ?? []) if (!areas.has(area)) throw unknownArea(area, areas.keys());
}

/** That a code of an indicator is not known, with the nearest one. */
export function unknownIndicator(code: string, known: Iterable<string>): DomainError {
  const nearest = nearestCode(code, known);
  return malformedParameter("indicator", code, withNearest(INDICATOR, nearest), nearest);
}

/** That a code of an area is not known, with the nearest one. */
export function unknownArea(code: string, known: Iterable<string>): DomainError {
  const nearest = nearestCode(code, known);
  return malformedParameter("area", code, withNearest(AREA, nearest), nearest);
}

/** What was expected, with the known code nearest to what came. */
export function withNearest({ vi, en }: Text, nearest: string | null): Text {
  return nearest === null
    ? { vi, en }
    : { vi: `${vi}; mã gần nhất: ${nearest}`, en: `${en}; the nearest one: ${nearest}` };
}
