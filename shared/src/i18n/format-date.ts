import { DomainError } from "../errors/domain-error.ts";
import { dayNumberOf } from "../period/civil-date.ts";
import { formatDay } from "../period/format-day.ts";
import { localTime, parseInstant } from "../period/instant.ts";
import type { Language } from "../text/text.ts";

/** Epoch milliseconds of an instant given as such or as ISO text with its offset. Throws `instant-malformed`. */
export function epochMsOf(instant: string | number): number {
  const epochMs = typeof instant === "number" ? instant : parseInstant(instant);
  if (epochMs !== null && Number.isFinite(epochMs)) return epochMs;
  throw new DomainError(
    "instant-malformed",
    { got: String(instant) },
    {
      vi: `“${instant}” không phải là thời điểm ISO 8601 có múi giờ.`,
      en: `“${instant}” is not an ISO 8601 instant with its offset.`,
    },
  );
}

/**
 * A date for people: `22/11/2026`, in English `22 Nov 2026`. Takes an ISO date, or an instant (ISO text or epoch
 * milliseconds) whose day in Viet Nam is shown. Throws `instant-malformed`.
 */
export function formatDate(date: string | number, language: Language): string {
  const day = typeof date === "string" ? dayNumberOf(date) : null;
  return formatDay(day ?? localTime(epochMsOf(date)).day, language);
}
