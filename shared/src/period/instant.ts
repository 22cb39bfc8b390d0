import { civilDate, dayNumber, isCivilDate, isoDate, padded } from "./civil-date.ts";

/** Milliseconds in an hour. */
export const HOUR_MS = 3_600_000;
/** Milliseconds in a day. Viet Nam has no daylight saving: every day has 24 hours. */
export const DAY_MS = 24 * HOUR_MS;
/** Viet Nam is UTC+7 all year. */
export const VIETNAM_OFFSET_MS = 7 * HOUR_MS;

/** Calendar date and time of day in Viet Nam (UTC+7) of an instant. */
export interface LocalTime {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** What calendars and clocks in Viet Nam show at an instant (epoch milliseconds). */
export function localTime(epochMs: number): LocalTime {
  const local = epochMs + VIETNAM_OFFSET_MS;
  const day = Math.floor(local / DAY_MS);
  const minutes = Math.floor((local - day * DAY_MS) / 60_000);
  return { day, hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

/** Instant (epoch milliseconds) at which a day starts in Viet Nam; the day counts from 1970-01-01. */
export function startOfDay(day: number): number {
  return day * DAY_MS - VIETNAM_OFFSET_MS;
}

/** ISO 8601 text in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export function isoInstant(epochMs: number): string {
  const day = Math.floor(epochMs / DAY_MS);
  const ms = epochMs - day * DAY_MS;
  const time = [Math.floor(ms / HOUR_MS), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60];
  return `${isoDate(day)}T${time.map((part) => padded(part, 2)).join(":")}.${padded(ms % 1000, 3)}Z`;
}

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|([+-])(\d{2}):(\d{2}))$/;

/** Epoch milliseconds of an ISO 8601 instant with its offset, or null where it is malformed or has no offset. */
export function parseInstant(text: string): number | null {
  const parts = INSTANT.exec(text);
  if (parts === null) return null;
  const field = (index: number): number => Number(parts[index] ?? 0);
  const date = { year: field(1), month: field(2), day: field(3) };
  if (!isCivilDate(date) || field(4) > 23 || field(5) > 59 || field(6) > 59) return null;
  if (field(10) > 23 || field(11) > 59) return null;
  const offset = (parts[9] === "-" ? -1 : 1) * (field(10) * 60 + field(11)) * 60_000;
  const fraction = Number((parts[7] ?? "").padEnd(3, "0").slice(0, 3));
  const seconds = field(4) * 3600 + field(5) * 60 + field(6);
  return dayNumber(date.year, date.month, date.day) * DAY_MS + seconds * 1000 + fraction - offset;
}

/** ISO date in Viet Nam at an instant (epoch milliseconds). */
export function localDate(epochMs: number): string {
  return isoDate(localTime(epochMs).day);
}

/** Calendar year in Viet Nam at an instant (epoch milliseconds). */
export function localYear(epochMs: number): number {
  return civilDate(localTime(epochMs).day).year;
}
