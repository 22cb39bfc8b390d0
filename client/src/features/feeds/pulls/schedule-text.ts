import { PERIOD_TYPE_WORDS } from "@bochiso/shared/i18n";
import type { PullSchedule } from "@bochiso/shared/pull";
import type { Language } from "@bochiso/shared/text";
import { dueRuleText } from "../common/due-rule-text.ts";
import { pullWords } from "./words.ts";

/** A schedule as people say it: "hằng ngày lúc 06:30". */
export function scheduleText(schedule: PullSchedule, language: Language): string {
  const t = pullWords[language];
  const weekdays: Readonly<Record<number, string>> = t.weekdays;
  switch (schedule.kind) {
    case "every":
      return schedule.minutes % 60 === 0 ? t.everyHours(schedule.minutes / 60) : t.every(schedule.minutes);
    case "daily":
      return t.daily(schedule.at);
    case "weekly":
      return t.weekly(weekdays[schedule.weekday] ?? "", schedule.at);
    case "monthly":
      return t.monthly(schedule.day, schedule.at);
    case "due":
      return t.due(PERIOD_TYPE_WORDS[schedule.periodType][language], dueRuleText(schedule.rule, language));
  }
}
