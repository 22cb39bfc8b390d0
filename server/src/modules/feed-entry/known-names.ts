import type { Catalogue } from "../../catalogue/catalogue.ts";
import { ownDefinitions } from "../../file-drop/expected-cells.ts";
import { type KnownNames, type NamedArea, nameKey } from "../../file-drop/name-reader.ts";
import { scopeHoldsArea } from "../../ingestion/reference.ts";

/** Names of what a feed may send, in both languages: of its indicators, and of the areas it sends any of them for. */
export function knownNames(catalogue: Catalogue, feed: string, now: string): KnownNames {
  const indicators = new Map<string, string | null>();
  for (const { code, name } of ownDefinitions(catalogue, feed, now)) {
    for (const key of new Set([nameKey(name.vi), nameKey(name.en)]))
      indicators.set(key, indicators.has(key) ? null : code);
  }
  const scopes = [...new Set(catalogue.ownership.scopesAt(now).get(feed)?.values() ?? [])];
  const areas = new Map<string, NamedArea[]>();
  for (const area of catalogue.areas.values()) {
    if (!scopes.some((scope) => scopeHoldsArea(scope, area))) continue;
    const { code, name, fullName, validFrom, validTo } = area;
    for (const key of new Set([name.vi, name.en, fullName.vi, fullName.en].map(nameKey))) {
      const known = areas.get(key);
      if (known === undefined) areas.set(key, [{ code, validFrom, validTo }]);
      else known.push({ code, validFrom, validTo });
    }
  }
  return { indicators, areas };
}
