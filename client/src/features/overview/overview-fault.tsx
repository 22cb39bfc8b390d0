import { useText, useWords } from "../../lib/i18n/index.ts";
import { screenFault } from "../../lib/source/index.ts";
import { Notice, uiWords } from "../../ui/index.ts";
import { overviewWords } from "./words.ts";

/** Why a screen could not be loaded, and the way out. */
export function ScreenFaultNotice({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useWords(overviewWords);
  const ui = useWords(uiWords);
  const text = useText();
  const fault = screenFault(error);
  const title = { forbidden: t.forbidden, "not-found": t.unknown, failed: t.failed }[fault.kind];
  const detail =
    fault.kind === "forbidden" ? t.forbiddenDetail : fault.text === null ? t.failedDetail : text(fault.text);
  return (
    <section className="sheet wide">
      <Notice
        icon="s-nguyco"
        role="alert"
        title={title}
        action={
          fault.kind === "failed" ? (
            <button type="button" className="btn" onClick={retry}>
              {ui.retry}
            </button>
          ) : null
        }
      >
        {detail}
      </Notice>
    </section>
  );
}
