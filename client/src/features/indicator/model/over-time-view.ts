import { missingValue } from "@bochiso/shared/observation";
import type { IndicatorModel, OverTimeModel, TrendPoint, WholePeriod } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { overTimeWords } from "../over-time-words.ts";

/** "2/3 tháng, kỳ chưa kết thúc": what a period stands on, and what that means where it is not whole. */
export function coverageText(whole: WholePeriod, { definition }: Pick<IndicatorModel, "definition">, lang: Language) {
  const t = overTimeWords[lang];
  const have = t.coverage(whole.have, whole.of, t.parts[definition.periodType]);
  return [have, whole.partial ? t.partial : null, whole.running ? t.running : null].filter(Boolean).join(", ");
}

/** Whether a period stands on all of itself, so that it may be compared and called an extreme. */
export function isComplete({ value, whole }: TrendPoint): boolean {
  return value.kind === "number" && whole?.partial !== true && whole?.running !== true;
}

/** The indicator screen with its trend in coarser periods; the headline is about the newest complete one. */
export function inPeriods(model: IndicatorModel, { trend }: OverTimeModel): IndicatorModel {
  const newest = trend.points.findLast(isComplete);
  const growth = newest?.whole?.growth ?? null;
  return {
    ...model,
    trend: { ...trend, endsAt: model.trend.endsAt },
    card: {
      ...model.card,
      period: newest?.period ?? null,
      value: newest?.value ?? missingValue("incomplete-parts"),
      changes: growth === null ? [] : [growth],
      plan: null,
    },
  };
}
