import type { Feed } from "@bochiso/db/repositories/feeds";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { RowResolver } from "./resolve-row.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ParsedRow, ResolvedRow } from "./submitted-row.ts";

/** The rows whose codes are known, owned by the feed and valid at their period. */
export function resolveRows(input: {
  rows: readonly ParsedRow[];
  catalogue: Catalogue;
  feed: Feed;
  now: number;
  errors: ErrorCollector;
}): ResolvedRow[] {
  const { rows, catalogue, feed, now, errors } = input;
  const { scopes } = catalogue;
  const resolver = new RowResolver({ reference: catalogue, scopes, feed: feed.code, now, errors });
  const resolved: ResolvedRow[] = [];
  for (const row of rows) {
    const sound = resolver.resolve(row);
    if (sound !== null) resolved.push(sound);
  }
  return resolved;
}
