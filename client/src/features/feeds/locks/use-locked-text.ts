import { formatDate } from "@bochiso/shared/i18n";
import type { PeriodLockLine } from "@bochiso/shared/steward";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { locksWords } from "./words.ts";

/** What is locked, in words: a period by its name, other days as they are. */
export function useLockedText(): (lock: PeriodLockLine) => string {
  const t = useWords(locksWords);
  const text = useText();
  const language = useLanguage();
  return ({ period, firstDay, lastDay }) =>
    period === null ? t.days(formatDate(firstDay, language), formatDate(lastDay, language)) : text(period.label);
}
