import { defineDictionary } from "@bochiso/shared/i18n";
import type { DueRule } from "@bochiso/shared/indicator";
import { type Duration, parseDuration } from "@bochiso/shared/period";
import type { Language } from "@bochiso/shared/text";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const words = defineDictionary({
  vi: {
    none: "không có hạn",
    after: (length: string) => `${length} sau khi hết kỳ`,
    administrative: "theo kỳ báo cáo của Nghị định 09/2019/NĐ-CP",
    days: (count: number) => `${count} ngày`,
    workingDays: (count: number) => `${count} ngày làm việc`,
    months: (count: number) => `${count} tháng`,
    hours: (count: number) => `${count} giờ`,
    minutes: (count: number) => `${count} phút`,
    seconds: (count: number) => `${count} giây`,
    atOnce: "ngay khi hết kỳ",
    proposed: "đề xuất",
  },
  en: {
    none: "no deadline",
    after: (length) => `${length} after the end of the period`,
    administrative: "by the reporting periods of Decree 09/2019/NĐ-CP",
    days: (count) => `${count} day${count === 1 ? "" : "s"}`,
    workingDays: (count) => `${count} working day${count === 1 ? "" : "s"}`,
    months: (count) => `${count} month${count === 1 ? "" : "s"}`,
    hours: (count) => `${count} h`,
    minutes: (count) => `${count} min`,
    seconds: (count) => `${count} s`,
    atOnce: "at the end of the period",
    proposed: "proposed",
  },
});

/** A due rule as people say it: "45 ngày sau khi hết kỳ". */
export function dueRuleText(rule: DueRule | null, language: Language): string {
  const t = words[language];
  if (rule === null || (rule.after === undefined && rule.lagDays === undefined)) return t.none;
  const length =
    rule.after === undefined ? daysText(rule.lagDays ?? 0, rule, language) : durationText(rule.after, rule, language);
  const basis = rule.basis === "administrative" ? `, ${t.administrative}` : "";
  return `${length === "" ? t.atOnce : t.after(length)}${basis}`;
}

function daysText(days: number, { workingDays }: DueRule, language: Language): string {
  const t = words[language];
  return days === 0 ? "" : workingDays ? t.workingDays(days) : t.days(days);
}

function durationText(text: string, rule: DueRule, language: Language): string {
  const t = words[language];
  const { months, days, timeMs }: Duration = parseDuration(text);
  const time = timeMs ?? 0;
  const [hours, minutes, seconds] = [
    Math.floor(time / HOUR_MS),
    Math.floor((time % HOUR_MS) / MINUTE_MS),
    (time % MINUTE_MS) / 1000,
  ];
  return [
    months === 0 ? "" : t.months(months),
    daysText(days, rule, language),
    hours === 0 ? "" : t.hours(hours),
    minutes === 0 ? "" : t.minutes(minutes),
    seconds === 0 ? "" : t.seconds(seconds),
  ]
    .filter((it) => it !== "")
    .join(" ");
}
