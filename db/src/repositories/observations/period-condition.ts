import type { PeriodType } from "@bochiso/shared/period";
import { and, eq, gte, lte, or, type SQL, sql } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";

export type OrdinalColumn =
  | ReadTx["schema"]["observation"]["ordinal"]
  | ReadTx["schema"]["observationRevision"]["ordinal"];

/** Ordinals of a period type, inclusive; an absent bound is open. */
export interface PeriodBound {
  readonly type: PeriodType;
  readonly from?: number;
  readonly to?: number;
}

/** Periods within any of the bounds; types without one are left out. Not given: every period. */
export function periodCondition(
  tx: ReadTx,
  ordinal: OrdinalColumn,
  periods: readonly PeriodBound[] | undefined,
): SQL | undefined {
  if (!periods) return undefined;
  const each = periods.map(({ type, from, to }) =>
    and(
      eq(tx.schema.series.periodType, type),
      from === undefined ? undefined : gte(ordinal, from),
      to === undefined ? undefined : lte(ordinal, to),
    ),
  );
  return each.length === 0 ? sql`1 = 0` : or(...each);
}
