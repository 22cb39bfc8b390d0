import { latestPeriodsUntil } from "@bochiso/db/repositories/observations";
import type { ReadTx } from "@bochiso/db/store";
import { askedSpan } from "@bochiso/shared/card";
import type { Period } from "@bochiso/shared/period";
import type { CardPlan } from "./card-plan.ts";
import { addressText, type SeriesBook } from "./series-book.ts";

/**
 * Tells of each plan whether it has a figure that answers the period asked for; where none is asked, whether it has any
 * figure. One statement.
 */
export async function markAnswering(
  tx: ReadTx,
  book: SeriesBook,
  plans: readonly CardPlan[],
  asked: Period | null,
): Promise<CardPlan[]> {
  if (asked === null) return plans.map((plan) => ({ ...plan, answers: plan.newest !== null }));
  const looked = plans.map((plan) => {
    const span = askedSpan(plan.definition.periodType, asked);
    const both = book.byAddress.get(addressText(plan.address));
    const ids = [both?.reported, both?.computed].flatMap((series) => (series === undefined ? [] : [series.id]));
    return { plan, span, ids };
  });
  const newest = await latestPeriodsUntil(
    tx,
    looked.flatMap(({ ids, span }) => ids.map((seriesId) => ({ seriesId, until: span.to }))),
  );
  return looked.map(({ plan, span, ids }) => ({
    ...plan,
    answers: ids.some((id) => {
      const ordinal = newest.get(id);
      return ordinal !== undefined && ordinal >= span.from;
    }),
  }));
}
