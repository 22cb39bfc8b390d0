import type { Feed } from "@bochiso/db/repositories/feeds";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { ROWS_PER_STEP } from "../platform/slices.ts";
import { RowResolver } from "./resolve-row.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ParsedRow, ResolvedRow } from "./submitted-row.ts";

interface Rows {
  readonly rows: readonly ParsedRow[];
  readonly catalogue: Catalogue;
  readonly feed: Feed;
  readonly now: number;
  readonly errors: ErrorCollector;
}

/** The rows that name a cell their feed may write to, valid at its period; other fields of theirs may have faults. */
export function* resolveSteps(input: Rows): Generator<void, ResolvedRow[]> {
  const { rows, catalogue, feed, now, errors } = input;
  // Who may send a cell is decided at the moment of receiving.
  const scopes = catalogue.ownership.scopesAt(new Date(now).toISOString());
  const resolver = new RowResolver({ reference: catalogue, scopes, feed: feed.code, now, errors });
  const resolved: ResolvedRow[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_PER_STEP === 0) yield;
    const sound = resolver.resolve(row);
    if (sound !== null) resolved.push(sound);
  }
  return resolved;
}
