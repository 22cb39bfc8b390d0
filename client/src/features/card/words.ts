import { defineDictionary } from "@bochiso/shared/i18n";

export const cardWords = defineDictionary({
  vi: {
    points: "điểm phần trăm",
    toLastYear: "so cùng kỳ",
    toPrevious: "so kỳ trước",
    to: (period: string) => `so ${period}`,
    shortLastYear: "cùng kỳ",
    shortPrevious: "kỳ trước",
    ofPlan: (percent: string) => `${percent} kế hoạch`,
    ofPlanDue: (percent: string, due: string) => `${percent} kế hoạch, mức phải đạt đến nay ${due}`,
    received: (when: string, age: string) => `nhận ${when} (${age})`,
    complete: (have: number, of: number, areas: boolean) =>
      `${have === of ? "đủ " : ""}${have}/${of} ${areas ? "địa phương" : "kỳ"}`,
    nextDue: (period: string, at: string) => `kỳ tới ${period}, hạn ${at}`,
    noValue: "chưa có số liệu",
    notApplicable: "không áp dụng",
    noChange: (words: string, why: string | null) => `không ${words}${why === null ? "" : ` (${why})`}`,
    explain: (name: string) => `Giải thích ${name}`,
  },
  en: {
    points: "percentage points",
    toLastYear: "on a year ago",
    toPrevious: "on the previous period",
    to: (period) => `on ${period}`,
    shortLastYear: "on a year",
    shortPrevious: "on previous",
    ofPlan: (percent) => `${percent} of plan`,
    ofPlanDue: (percent, due) => `${percent} of plan, ${due} due by now`,
    received: (when, age) => `received ${when} (${age})`,
    complete: (have, of, areas) => `${have === of ? "all " : ""}${have}/${of} ${areas ? "provinces" : "periods"}`,
    nextDue: (period, at) => `next ${period}, due ${at}`,
    noValue: "no figure yet",
    notApplicable: "not applicable",
    noChange: (words, why) => `no comparison ${words}${why === null ? "" : ` (${why})`}`,
    explain: (name) => `Explain ${name}`,
  },
});
