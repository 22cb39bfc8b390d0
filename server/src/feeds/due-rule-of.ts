import type { FeedContract } from "@bochiso/shared/feed";
import type { DueRule, IndicatorDefinition } from "@bochiso/shared/indicator";

/** When a feed has to deliver an indicator: its own deadline for the type of period, else the indicator's due rule. */
export function dueRuleOf(
  { schedule }: Pick<FeedContract, "schedule">,
  { periodType, dueRule }: Pick<IndicatorDefinition, "periodType" | "dueRule">,
): DueRule | null {
  return schedule.find((deadline) => deadline.periodType === periodType)?.rule ?? dueRule;
}
