import { padded } from "../period/civil-date.ts";
import { formatDay } from "../period/format-day.ts";
import { localTime } from "../period/instant.ts";
import type { Language } from "../text/text.ts";
import { epochMsOf } from "./format-date.ts";

const JOINT = { vi: " ", en: ", " } as const satisfies Record<Language, string>;

/** Time of day in Viet Nam (UTC+7) of an instant: `08:05`. Throws `instant-malformed`. */
export function formatTime(instant: string | number): string {
  const { hour, minute } = localTime(epochMsOf(instant));
  return `${padded(hour, 2)}:${padded(minute, 2)}`;
}

/** An instant (ISO text or epoch milliseconds) in Viet Nam: `08:05 22/11/2026`, in English `08:05, 22 Nov 2026`. Throws `instant-malformed`. */
export function formatDateTime(instant: string | number, language: Language): string {
  const { day } = localTime(epochMsOf(instant));
  return `${formatTime(instant)}${JOINT[language]}${formatDay(day, language)}`;
}
