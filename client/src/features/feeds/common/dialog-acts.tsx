import { useWords } from "../../../lib/i18n/index.ts";
import { classNames } from "../../../lib/text/index.ts";
import { actWords } from "./act-words.ts";

interface Props {
  /** What the act is called. */
  act: string;
  busy: boolean;
  danger?: boolean;
  onCancel: () => void;
}

/** The end of a form: the act, and the way out. */
export function DialogActs({ act, busy, danger = false, onCancel }: Props) {
  const t = useWords(actWords);
  return (
    <p className="fd-acts">
      <button type="submit" className={classNames("btn", danger ? "danger" : "primary")} disabled={busy}>
        {busy ? t.doing : act}
      </button>
      <button type="button" className="btn" onClick={onCancel}>
        {t.cancel}
      </button>
    </p>
  );
}
