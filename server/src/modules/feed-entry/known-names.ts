import type { Area } from "@bochiso/shared/area";
import type { ColumnQuestion } from "@bochiso/shared/entry";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { ownDefinitions } from "../../file-drop/expected-cells.ts";
import { type KnownNames, type NamedArea, nameKey } from "../../file-drop/name-reader.ts";
import { scopeHoldsArea } from "../../ingestion/reference.ts";

/** Areas offered for a whole table; the catalogue has the country and the provinces first, what is smaller has a column. */
const MOST_AREAS = 300;

/** What of a feed can stand for a whole table, in the order of the catalogue. */
export function fixedChoices(catalogue: Catalogue, feed: string, now: string): ColumnQuestion["choices"] {
  const indicators = ownDefinitions(catalogue, feed, now).map(({ code, name }) => ({ code, name }));
  const areas = areasOf(catalogue, feed, now).filter(({ validTo }) => validTo === null || validTo >= now.slice(0, 10));
  return { indicators, areas: areas.slice(0, MOST_AREAS).map(({ code, name }) => ({ code, name })) };
}

function areasOf(catalogue: Catalogue, feed: string, now: string): Area[] {
  const scopes = [...new Set(catalogue.ownership.scopesAt(now).get(feed)?.values() ?? [])];
  return [...catalogue.areas.values()].filter((area) => scopes.some((scope) => scopeHoldsArea(scope, area)));
}

/** Names of what a feed may send, in both languages: of its indicators, and of the areas it sends any of them for. */
export function knownNames(catalogue: Catalogue, feed: string, now: string): KnownNames {
  const indicators = new Map<string, string | null>();
  for (const { code, name } of ownDefinitions(catalogue, feed, now)) {
    for (const key of new Set([nameKey(name.vi), nameKey(name.en)]))
      indicators.set(key, indicators.has(key) ? null : code);
  }
  const areas = new Map<string, NamedArea[]>();
  for (const { code, name, fullName, validFrom, validTo } of areasOf(catalogue, feed, now)) {
    for (const key of new Set([name.vi, name.en, fullName.vi, fullName.en].map(nameKey))) {
      const known = areas.get(key);
      if (known === undefined) areas.set(key, [{ code, validFrom, validTo }]);
      else known.push({ code, validFrom, validTo });
    }
  }
  return { indicators, areas };
}
