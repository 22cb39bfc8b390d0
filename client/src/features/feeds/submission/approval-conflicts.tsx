import type { ApprovalConflicts as Conflicts } from "@bochiso/shared/feed";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { periodText } from "../common/period-text.ts";
import { useAreaNames } from "../common/use-area-names.ts";
import { decisionWords } from "./decision-words.ts";

/** What stands against an approval, row by row; `alert` where it answers an act. */
export function ApprovalConflicts({ outcome, role }: { outcome: Conflicts; role?: "alert" }) {
  const t = useWords(decisionWords);
  const text = useText();
  const language = useLanguage();
  const areaName = useAreaNames();
  const { conflicts, count } = outcome;
  return (
    <div className="fd-fault" role={role}>
      <b>{t.conflicts(count)}</b>
      <p>{t.conflictsNote}</p>
      <ul className="fd-scroll">
        {conflicts.map((conflict) => (
          <li key={`${conflict.row} ${conflict.code}`}>
            {t.row(conflict.row + 1)} · <code>{conflict.indicator}</code>, {areaName(conflict.area)},{" "}
            {periodText(conflict.period, language)}: {text(conflict.text)}
          </li>
        ))}
      </ul>
    </div>
  );
}
