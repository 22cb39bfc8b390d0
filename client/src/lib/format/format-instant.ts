import { formatDate, formatDateTime } from "@bochiso/shared/i18n";
import type { Language } from "@bochiso/shared/text";

const VIET_NAM_OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;
const two = (value: number) => String(value).padStart(2, "0");

/** `HH:MM:SS` on the clock of Viet Nam (UTC+7, no daylight saving), whatever the time zone of the screen. */
export function formatClock(ms: number): string {
  const local = new Date(ms + VIET_NAM_OFFSET);
  return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
}

/** When something was received: `08:05 22/11/2026`; midnight sharp means only the day is known, so the day alone. */
export function formatReceived(instant: string, language: Language): string {
  const ms = Date.parse(instant);
  if (!Number.isFinite(ms)) return "—";
  return (ms + VIET_NAM_OFFSET) % DAY === 0 ? formatDate(ms, language) : formatDateTime(ms, language);
}

const UNITS = [
  { ms: DAY, vi: "ngày", en: "day" },
  { ms: 3_600_000, vi: "giờ", en: "hour" },
  { ms: 60_000, vi: "phút", en: "minute" },
] as const;
const SECONDS = { ms: 1_000, vi: "giây", en: "second" } as const;

/** A running length of time in its largest whole unit: "3 ngày", "12 giây"; never negative. */
export function formatDuration(ms: number, language: Language): string {
  const length = Math.max(0, ms);
  const unit = UNITS.find((candidate) => length >= candidate.ms) ?? SECONDS;
  const count = Math.floor(length / unit.ms);
  return language === "vi" ? `${count} ${unit.vi}` : `${count} ${unit.en}${count === 1 ? "" : "s"}`;
}
