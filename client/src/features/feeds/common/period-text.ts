import { formatPeriod, type PeriodStyle, parsePeriod } from "@bochiso/shared/period";
import type { Language } from "@bochiso/shared/text";

/** A period id in words; an id that cannot be read stands as it is. */
export function periodText(id: string, language: Language, style: PeriodStyle = "long"): string {
  const parsed = parsePeriod(id);
  return parsed.ok ? formatPeriod(parsed.period, language, style) : id;
}
