import type { CardPlan, ScreenContext } from "../screen/card-plan.ts";
import { isJudged } from "./judgement-of.ts";
import { targetBook } from "./target-book.ts";

/** The plans of a scope that have a target or limits: of all others it is known without reading them that nothing is assessed. */
export async function judgedPlans(context: ScreenContext, plans: Iterable<CardPlan>): Promise<CardPlan[]> {
  const book = await targetBook(context, context.scope.area);
  return [...plans].filter((plan) => isJudged(book, plan));
}
