import { latestWholes } from "@bochiso/db/repositories/observations";
import type { ReadTx } from "@bochiso/db/store";
import { recastRefusal } from "@bochiso/shared/aggregation";
import type { Area } from "@bochiso/shared/area";
import type { CardPlan } from "./card-plan.ts";
import { addressText, newestOf, type SeriesBook } from "./series-book.ts";

/**
 * What there is where there is no figure: of a present province what its former units published and why it gives no
 * number; of a whole the newest period in which some of its parts have one. One statement, none where every plan has a
 * figure.
 */
export async function withoutFigure(
  tx: ReadTx,
  plans: readonly CardPlan[],
  { book, earlier, former }: { book: SeriesBook; earlier: SeriesBook; former: readonly Area[] },
): Promise<CardPlan[]> {
  const computedOf = (plan: CardPlan): number | null =>
    plan.newest === null ? (book.byAddress.get(addressText(plan.address))?.computed?.id ?? null) : null;
  const ids = plans.flatMap((plan) => computedOf(plan) ?? []);
  const wholes = ids.length === 0 ? new Map<number, number>() : await latestWholes(tx, ids);
  return plans.map((plan) => {
    if (plan.newest !== null) return plan;
    const whole = wholes.get(computedOf(plan) ?? -1);
    return { ...withFormer(plan, earlier, former), ...(whole === undefined ? {} : { whole }) };
  });
}

function withFormer(plan: CardPlan, earlier: SeriesBook, former: readonly Area[]): CardPlan {
  const units = former.map(({ code, name }) => ({ name, newest: newestOf(earlier, { ...plan.address, area: code }) }));
  const ends = units.flatMap(({ newest }) => newest ?? []);
  if (ends.length === 0) return plan;
  const newest = { type: plan.definition.periodType, ordinal: Math.max(...ends) };
  const refusal = recastRefusal(plan.definition, { from: former.map(({ code }) => code) });
  return {
    ...plan,
    former: { units: units.map(({ name, newest: end }) => ({ name, has: end !== null })), newest, refusal },
  };
}
