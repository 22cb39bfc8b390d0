import { formatPeriod, parsePeriod, shiftPeriod } from "@bochiso/shared/period";
import type { PeriodLabel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";

/** Two periods compared without what came before them in their years. */
export interface AloneView {
  /** "T2": the period of the card. */
  own: string;
  /** "T1/2025": the one before. */
  against: string;
}

/** Whether a change compares periods on their own, not the sums since January that the card shows. */
export function comparesAlone(formula: string): boolean {
  return /\binPeriod\(/u.test(formula);
}

/** The periods of such a change; null for any other formula and where there is no period. */
export function aloneView(formula: string | null, period: PeriodLabel | null, lang: Language): AloneView | null {
  if (formula === null || period === null || !comparesAlone(formula)) return null;
  const parsed = parsePeriod(period.id, period.type);
  if (!parsed.ok) return null;
  return {
    own: formatPeriod(parsed.period, lang, "short"),
    against: formatPeriod(shiftPeriod(parsed.period, -1), lang, "compact"),
  };
}
