import { useText, useWords } from "../../../lib/i18n/index.ts";
import { screenFault } from "../../../lib/source/index.ts";
import { Notice, uiWords } from "../../../ui/index.ts";
import { faultWords } from "./fault-words.ts";

/** A part of a page that could not be loaded: why, and once more. */
export function QueryFault({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useWords(faultWords);
  const ui = useWords(uiWords);
  const text = useText();
  const fault = screenFault(error);
  return (
    <Notice
      icon="s-nguyco"
      role="alert"
      title={t.notLoaded}
      action={
        <button type="button" className="btn" onClick={retry}>
          {ui.retry}
        </button>
      }
    >
      {fault.text === null ? t.noAnswer : text(fault.text)}
    </Notice>
  );
}
