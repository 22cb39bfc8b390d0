import { useWords } from "../../../lib/i18n/index.ts";
import type { Pasted } from "./model/paste.ts";
import { byHandWords } from "./words.ts";

interface Props {
  pasted: Omit<Pasted, "drafts">;
  onUndo: () => void;
}

/** What a paste did, and the way back. */
export function PasteNote({ pasted: { filled, overwritten, beyond, locked }, onUndo }: Props) {
  const t = useWords(byHandWords);
  return (
    <p className="fe-pasted" role="status">
      {t.pasted(filled, overwritten)} {beyond > 0 ? <span className="fe-warn">{t.beyond(beyond)}</span> : null}{" "}
      {locked > 0 ? <span className="fe-warn">{t.lockedPaste(locked)}</span> : null}{" "}
      <button type="button" className="btn" onClick={onUndo}>
        {t.undoPaste}
      </button>
    </p>
  );
}
