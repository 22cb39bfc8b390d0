import { figureText } from "../card/figure-text.ts";
import { compensatedSum } from "../formula/compensated-sum.ts";
import { firstOfYear } from "../period/first-of-year.ts";
import type { Period } from "../period/period.ts";
import { periodId } from "../period/period-id.ts";
import { isWithinYear, periodsOfYear } from "../period/periods-of-year.ts";
import { yearOf } from "../period/year-of.ts";
import type { Text } from "../text/text.ts";
import { type Ground, ground, PERIODS_DISPLAY, SHARE_DISPLAY } from "./ground.ts";
import { type Numbers, numbersBetween } from "./numbers.ts";
import { meanShare, seasonalShares } from "./seasonal-shares.ts";
import type { TargetSubject } from "./target-subject.ts";

/** Methods of the outlook, named and versioned. */
export const OUTLOOK_METHODS = {
  "seasonal-share@1": {
    vi: "Lũy kế đến nay chia cho tỷ trọng cùng kỳ bình quân ba năm gần nhất",
    en: "The figure to date divided by its mean share of the last three years",
  },
  "run-rate@1": {
    vi: "Bình quân mỗi kỳ đến nay nhân với số kỳ của năm",
    en: "The mean per period so far times the periods of the year",
  },
  "whole-year@1": { vi: "Năm đã đủ số liệu", en: "The year is complete" },
} as const satisfies Record<string, Text>;
/** A method of the outlook. */
export type OutlookMethod = keyof typeof OUTLOOK_METHODS;

/** Ước thực hiện cả năm: a figure for the whole year in the indicator's unit, its method and inputs. */
export interface YearEndOutlook {
  readonly ok: true;
  readonly method: OutlookMethod;
  readonly year: number;
  readonly value: number;
  readonly grounds: readonly Ground[];
  readonly reason: Text;
}

/** Why there is no outlook. */
export const NO_OUTLOOK_WORDS = {
  "not-a-sum": {
    vi: "Chỉ ước cả năm theo cách này cho số cộng dồn trong năm",
    en: "This outlook is for figures that add up over the year",
  },
  "no-figure": { vi: "Thiếu số liệu từ đầu năm", en: "Figures since the start of the year are missing" },
  "no-share": {
    vi: "Tỷ trọng cùng kỳ các năm trước bằng không",
    en: "The share by this period was zero in earlier years",
  },
} as const satisfies Record<string, Text>;

/** A series without an outlook, and why. */
export interface NoOutlook {
  readonly ok: false;
  readonly code: keyof typeof NO_OUTLOOK_WORDS;
  readonly reason: Text;
}

/** What an outlook follows from. */
export interface OutlookInput {
  readonly subject: TargetSubject;
  readonly period: Period;
  readonly history: Numbers;
  readonly breaks?: readonly number[] | undefined;
}

/** The year's figure if the rest of the year goes as usual. For flows and year-to-date series only. */
export function yearEndOutlook(input: OutlookInput): YearEndOutlook | NoOutlook {
  const { subject, period, history } = input;
  const { type } = period;
  const running = subject.accumulation === "ytd";
  if (!isWithinYear(type) || !(running || subject.accumulation === "flow")) return none("not-a-sum");
  const year = yearOf(period);
  const { first, last } = periodsOfYear(type, year);
  const [step, of] = [period.ordinal - first + 1, last - first + 1];
  const toDate = figureToDate(history, running, first, period.ordinal);
  if (toDate === null) return none("no-figure");
  const grounds = [
    ground("to-date", { vi: "Lũy kế đến nay", en: "To date" }, toDate, subject.display, periodId(period)),
  ];
  if (step === of) return outlook(input, "whole-year@1", toDate, grounds);
  const shares = seasonalShares({ ...input, running, first: firstOfYear(period), last: { type, ordinal: last } });
  const share = meanShare(shares);
  if (share === 0) return none("no-share");
  if (share === null) {
    grounds.push(
      ground("periods", { vi: "Số kỳ đã qua", en: "Periods so far" }, step, PERIODS_DISPLAY),
      ground("periods-of-year", { vi: "Số kỳ của năm", en: "Periods of the year" }, of, PERIODS_DISPLAY),
    );
    return outlook(input, "run-rate@1", (toDate / step) * of, grounds);
  }
  for (const past of shares) {
    const name = { vi: `Tỷ trọng cùng kỳ năm ${past.year}`, en: `Share by the same period of ${past.year}` };
    grounds.push(ground(`share-${past.year}`, name, past.share, SHARE_DISPLAY));
  }
  grounds.push(ground("share", { vi: "Tỷ trọng bình quân", en: "Mean share" }, share, SHARE_DISPLAY));
  return outlook(input, "seasonal-share@1", toDate / share, grounds);
}

function figureToDate(history: Numbers, running: boolean, first: number, last: number): number | null {
  if (running) return history.get(last) ?? null;
  const values = numbersBetween(history, first, last);
  return values === null ? null : compensatedSum(values);
}

function outlook(
  { subject, period }: OutlookInput,
  method: OutlookMethod,
  value: number,
  grounds: readonly Ground[],
): YearEndOutlook {
  const [figure, how, year] = [figureText(value, subject.display), OUTLOOK_METHODS[method], yearOf(period)];
  const reason = {
    vi: `Ước thực hiện cả năm ${year}: ${figure.vi}. ${how.vi}`,
    en: `Outlook for ${year}: ${figure.en}. ${how.en}`,
  };
  return { ok: true, method, year, value, grounds, reason };
}

function none(code: NoOutlook["code"]): NoOutlook {
  return { ok: false, code, reason: NO_OUTLOOK_WORDS[code] };
}
