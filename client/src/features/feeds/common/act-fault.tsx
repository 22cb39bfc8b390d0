import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { screenFault } from "../../../lib/source/index.ts";
import { Icon } from "../../../ui/index.ts";
import { faultWords } from "./fault-words.ts";

/** Why an act was not done, as the server says it, and what to do now. Nothing is shown while there is no fault. */
export function ActFault({ error }: { error: unknown }) {
  const t = useWords(faultWords);
  const text = useText();
  const language = useLanguage();
  if (error === null) return null;
  const fault = screenFault(error);
  const todo: Readonly<Record<string, string>> = faultWords[language].todo;
  return (
    <div className="fd-fault" role="alert">
      <b>
        <Icon name="s-nguyco" size={14} /> {t.notSaved}
      </b>
      <p>{fault.text === null ? t.unknownOutcome : `${text(fault.text)} ${t.nothingChanged}`}</p>
      {fault.code !== null && fault.code in todo ? <p>{todo[fault.code]}</p> : null}
    </div>
  );
}
