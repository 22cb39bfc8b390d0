import type { FeedModel } from "@bochiso/shared/feed";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { contractWords } from "./contract-words.ts";

/** What people changed, by whom as stated, and why. */
export function ChangesSheet({ changes }: { changes: FeedModel["changes"] }) {
  const t = useWords(contractWords);
  const language = useLanguage();
  const actions: Readonly<Record<string, string>> = t.actions;
  return (
    <Sheet title={t.changes} className="wide">
      <div className="fd-body">
        {changes.length === 0 ? <p className="fd-note">{t.noChanges}</p> : null}
        <ol>
          {changes.map(({ at, actor, action, details }) => (
            <li key={`${at} ${action}`} className="fd-change">
              <b>{actions[action] ?? action}</b>
              <small>
                {formatReceived(at, language)} · {actor.replace(/^person:/, "")}
              </small>
              {reasonOf(details) === null ? null : <p className="fd-note">{t.because(reasonOf(details) ?? "")}</p>}
              <details>
                <summary>{t.whole}</summary>
                <pre className="fd-code">{JSON.stringify(details, null, 2)}</pre>
              </details>
            </li>
          ))}
        </ol>
      </div>
    </Sheet>
  );
}

function reasonOf(details: Readonly<Record<string, unknown>>): string | null {
  const stated = details.reason ?? details.basis;
  return typeof stated === "string" ? stated : null;
}
