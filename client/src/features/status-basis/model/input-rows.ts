import { MISSING_TEXT, VALUE_ERROR_WORDS } from "@bochiso/shared/i18n";
import { formatPeriod, parsePeriod } from "@bochiso/shared/period";
import type { Ground } from "@bochiso/shared/target";
import type { Language } from "@bochiso/shared/text";
import { formatValue, joinUnit } from "../../../lib/format/index.ts";

/** One input of a status as a line: name, value with its unit, period. */
export interface InputRow {
  key: string;
  name: string;
  value: string;
  /** Why there is no number; null where there is one. */
  absence: string | null;
  /** "—" where the input belongs to no period. */
  period: string;
}

/** Every input of an assessment, an outlook or a run-rate, in the order in which the method uses them. */
export function inputRows(grounds: readonly Ground[], language: Language): InputRow[] {
  return grounds.map(({ id, name, value, display, period }) => {
    const parsed = period === null ? null : parsePeriod(period);
    return {
      key: id,
      name: name[language],
      value: joinUnit(formatValue(value, { display, language })),
      absence: value.kind === "error" ? VALUE_ERROR_WORDS[value.code][language] : null,
      period: parsed?.ok ? formatPeriod(parsed.period, language, "compact") : MISSING_TEXT,
    };
  });
}
