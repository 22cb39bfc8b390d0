import type { Feed } from "@bochiso/db/repositories/feeds";
import { runSteps } from "@bochiso/shared/graph";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { RowResolver } from "./resolve-row.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ParsedRow, ResolvedRow } from "./submitted-row.ts";

/** The rows that name a cell their feed may write to, valid at its period; other fields of theirs may have faults. */
export function resolveRows(input: Rows): ResolvedRow[] {
  return runSteps(resolveSteps(input));
}

interface Rows {
  readonly rows: readonly ParsedRow[];
  readonly catalogue: Catalogue;
  readonly feed: Feed;
  readonly now: number;
  readonly errors: ErrorCollector;
}

/** The same row by row. */
export function* resolveSteps(input: Rows): Generator<void, ResolvedRow[]> {
  const { rows, catalogue, feed, now, errors } = input;
  // Who may send a cell is decided at the moment of receiving.
  const scopes = catalogue.ownership.scopesAt(new Date(now).toISOString());
  const resolver = new RowResolver({ reference: catalogue, scopes, feed: feed.code, now, errors });
  const resolved: ResolvedRow[] = [];
  for (const row of rows) {
    yield;
    const sound = resolver.resolve(row);
    if (sound !== null) resolved.push(sound);
  }
  return resolved;
}
