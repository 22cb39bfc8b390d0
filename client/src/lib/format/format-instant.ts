import type { Language } from "@bochiso/shared/text";

const VIET_NAM_OFFSET = 7 * 3_600_000;
const two = (value: number) => String(value).padStart(2, "0");

interface Parts {
  date: string;
  /** `HH:MM`. */
  time: string;
  seconds: string;
}

/** An instant on the clock of Viet Nam (UTC+7, no daylight saving), whatever the time zone of the screen. */
export function instantParts(instant: string | number): Parts | null {
  const ms = typeof instant === "number" ? instant : Date.parse(instant);
  if (!Number.isFinite(ms)) return null;
  const local = new Date(ms + VIET_NAM_OFFSET);
  return {
    date: `${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}/${local.getUTCFullYear()}`,
    time: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`,
    seconds: two(local.getUTCSeconds()),
  };
}

/** `28/02/2025`; an unreadable instant is "—". */
export function formatDate(instant: string | number): string {
  return instantParts(instant)?.date ?? "—";
}

/** `08:05 22/11/2026`; midnight sharp means only the day is known, so the day alone is shown. */
export function formatInstant(instant: string | number): string {
  const parts = instantParts(instant);
  if (parts === null) return "—";
  return parts.time === "00:00" && parts.seconds === "00" ? parts.date : `${parts.time} ${parts.date}`;
}

const AGE_UNITS = [
  { ms: 86_400_000, vi: "ngày", en: "day" },
  { ms: 3_600_000, vi: "giờ", en: "hour" },
  { ms: 60_000, vi: "phút", en: "minute" },
  { ms: 1_000, vi: "giây", en: "second" },
] as const;

/** How long ago in the largest whole unit: "633 ngày", "2 giờ", "0 giây"; never negative. */
export function formatAge(ms: number, language: Language): string {
  const age = Math.max(0, ms);
  const unit = AGE_UNITS.find((candidate) => age >= candidate.ms) ?? AGE_UNITS[3];
  const count = Math.floor(age / unit.ms);
  if (language === "vi") return `${count} ${unit.vi}`;
  return `${count} ${unit.en}${count === 1 ? "" : "s"}`;
}
