import type { FeedContract, FeedModel } from "@bochiso/shared/feed";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Icon } from "../../../ui/index.ts";
import { actWords } from "../common/act-words.ts";
import { contractDialogWords } from "./contract-dialog-words.ts";
import { changedTerms } from "./model/contract-terms.ts";

/** Somebody was faster: what reads otherwise than when the form was opened, by whom, and how to go on. */
export function ChangedMeanwhile(props: {
  seen: FeedContract;
  model: FeedModel;
  onSeen: () => void;
  onCancel: () => void;
}) {
  const { seen, model, onSeen, onCancel } = props;
  const t = useWords(contractDialogWords);
  const { cancel } = useWords(actWords);
  const language = useLanguage();
  const last = model.changes.find(({ action }) => action === "feed.contract-changed");
  return (
    <div className="fd-fault" role="alert">
      <b>
        <Icon name="s-cham" size={14} /> {t.changedMeanwhile}
      </b>
      {last === undefined ? null : (
        <p>
          {formatReceived(last.at, language)} · {last.actor.replace(/^person:/, "")}
        </p>
      )}
      <ul>
        {changedTerms(seen, model.contract, language).map(({ name, before, now }) => (
          <li key={name}>
            {name}: {before} → <strong>{now}</strong>
          </li>
        ))}
      </ul>
      <p>{t.changedNote}</p>
      <p className="fd-acts">
        <button type="button" className="btn primary" onClick={onSeen}>
          {t.changedSeen}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          {cancel}
        </button>
      </p>
    </div>
  );
}
