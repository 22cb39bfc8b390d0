import { formatExportNumber } from "@bochiso/shared/i18n";
import type { Language } from "@bochiso/shared/text";

/** Digits that survive the arithmetic of a display (offset and factor); the rest is binary dust. */
const DIGITS = 12;

/** A value in its shown unit as written to a file, every meaningful digit kept; null stays null. */
export function exportValue(
  value: number | null,
  display: { factor: number; offset: number },
  lang: Language,
): string | null {
  if (value === null) return null;
  const shown = (value + display.offset) * display.factor;
  return formatExportNumber(Number(shown.toPrecision(DIGITS)), { lang });
}
