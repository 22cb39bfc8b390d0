import { type JudgedCard, targetModel } from "@bochiso/shared/card";
import type { AssessmentModel, IndicatorModel, TargetModel } from "@bochiso/shared/screen";
import { STATUS_METHODS } from "@bochiso/shared/status";
import type { CardPlan, ScreenContext } from "../screen/card-plan.ts";
import { targetBook, targetsAt } from "./target-book.ts";

/** Căn cứ đánh giá of a card and the target it answers, as the indicator's page shows them. */
export async function assessmentOf(
  context: ScreenContext,
  plan: CardPlan,
  found: JudgedCard,
): Promise<Pick<IndicatorModel, "assessment" | "target">> {
  return { assessment: withMethod(found), target: await targetOf(context, plan, found) };
}

function withMethod({ assessment }: JudgedCard): AssessmentModel {
  const { name, text } = STATUS_METHODS[assessment.method];
  return { ...assessment, methodName: name, methodText: text };
}

async function targetOf(
  context: ScreenContext,
  { address, definition }: CardPlan,
  { judged, card }: JudgedCard,
): Promise<TargetModel | null> {
  const { target } = judged.judgement;
  const stored = targetsAt(await targetBook(context, address.area), address).find((it) => it.target === target);
  if (target === null || stored === undefined) return null;
  return targetModel({
    judged,
    target,
    version: stored.version,
    revisedBecause: stored.reason,
    toDate: context.world.toDate.has(definition.code),
    simulated: card.simulated,
  });
}
