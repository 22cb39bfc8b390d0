import { parsePeriod, readWrittenPeriod } from "@bochiso/shared/period";

/** The ISO day that a person writes as `22/11/2026` or `2026-11-22`; null for what is no day. Nothing written is no day either. */
export function readDay(text: string): string | null {
  const bare = text.trim();
  return parsePeriod(bare, "day").ok && bare.length === 10 ? bare : readWrittenPeriod(bare, "day");
}

/** The local minute (`2026-11-22T07:30`) that a person writes as `07:30 22/11/2026` or `22/11/2026 07:30`; null for what is none. */
export function readMinute(text: string): string | null {
  const [, before, written = "", after] =
    /^(?:(\d{1,2}:\d{2}) +)?([\d/.-]+)(?:(?: +|T)(\d{1,2}:\d{2}))?$/.exec(text.trim()) ?? [];
  const day = readDay(written);
  const clock = before ?? after;
  if (day === null || clock === undefined || (before !== undefined && after !== undefined)) return null;
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour > 23 || minute > 59 ? null : `${day}T${clock.padStart(5, "0")}`;
}

/** An ISO day or local minute as people here write it; what is neither stands as it is. */
export function writtenMoment(iso: string): string {
  const [, year, month, day, clock] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?$/.exec(iso) ?? [];
  if (year === undefined) return iso;
  return [...(clock === undefined ? [] : [clock]), `${day}/${month}/${year}`].join(" ");
}
