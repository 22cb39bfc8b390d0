import { DomainError } from "../errors/domain-error.ts";
import { CALENDARS } from "./calendars.ts";
import { dayNumberOf, type IsoDate } from "./civil-date.ts";
import type { Period } from "./period.ts";
import type { PeriodType } from "./period-type.ts";

/**
 * The period of a type that holds a calendar date; for hours the first hour of that day, for `static`
 * the interval that starts on it. Throws `date-malformed` where the text is no date that exists.
 */
export function periodContaining(type: PeriodType, date: IsoDate): Period {
  const day = dayNumberOf(date);
  if (day === null) {
    throw new DomainError(
      "date-malformed",
      { got: date },
      {
        vi: `“${date}” không phải là ngày có thật (năm-tháng-ngày).`,
        en: `“${date}” is not a date that exists (year-month-day).`,
      },
    );
  }
  return { type, ordinal: CALENDARS[type].at(day) };
}
