import type { EntryLock } from "@bochiso/shared/entry";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { byHandWords } from "./words.ts";

/** Why nothing can be entered, and who said so; what was typed before the lock is told to be of no use. */
export function LockedFields({ lock: { reason, by, at }, typed }: { lock: EntryLock; typed: string }) {
  const t = useWords(byHandWords);
  const language = useLanguage();
  return (
    <td colSpan={3} className="fe-why">
      <b>{t.locked}</b> {reason}
      <small>{t.lockedBy(by, formatReceived(at, language))}</small>
      {typed === "" ? null : <small className="fe-warn">{t.lockedTyped(typed)}</small>}
    </td>
  );
}
