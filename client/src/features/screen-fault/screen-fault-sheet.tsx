import type { ReactNode } from "react";
import { formatReceived } from "../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { screenFault } from "../../lib/source/index.ts";
import { Notice, uiWords } from "../../ui/index.ts";
import { screenFaultWords } from "./words.ts";

interface Props {
  error: unknown;
  retry: () => void;
  /** What does not exist: "Không có chỉ số này". */
  unknown: string;
  /** Where to go instead, for what does not exist. */
  elsewhere?: ReactNode;
}

/** Why a screen has nothing to show (refused, unknown, broken) and the way out. */
export function ScreenFaultSheet({ error, retry, unknown, elsewhere }: Props) {
  const t = useWords(screenFaultWords);
  const ui = useWords(uiWords);
  const text = useText();
  const fault = screenFault(error);
  const title = { forbidden: t.forbidden, "not-found": unknown, failed: t.failed }[fault.kind];
  const detail = fault.kind === "forbidden" ? t.forbiddenDetail : t.failedDetail;
  const again = (
    <button type="button" className="btn" onClick={retry}>
      {ui.retry}
    </button>
  );
  return (
    <section className="sheet wide">
      <Notice
        icon={fault.kind === "failed" ? "s-nguyco" : "s-khong"}
        role="alert"
        title={title}
        action={fault.kind === "failed" ? again : elsewhere}
      >
        {fault.text === null ? (fault.kind === "not-found" ? null : detail) : text(fault.text)}
      </Notice>
    </section>
  );
}

/** The last good figures stay on screen; the page says how old they are and why. */
export function KeptNotice({ loadedAt }: { loadedAt: string }) {
  const t = useWords(screenFaultWords);
  const language = useLanguage();
  return (
    <p className="kept wide" role="status">
      {t.kept(formatReceived(loadedAt, language))}
    </p>
  );
}
