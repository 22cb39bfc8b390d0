import type { FeedModel, OwnedIndicator } from "@bochiso/shared/feed";
import { PERIOD_TYPE_WORDS } from "@bochiso/shared/i18n";
import { useState } from "react";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { findText } from "../../../lib/text/index.ts";
import { Notice, ScrollBox, Sheet } from "../../../ui/index.ts";
import { FindBox } from "../../listing/index.ts";
import { dueRuleText } from "../common/due-rule-text.ts";
import { TableHead } from "../common/table-head.tsx";
import { contractWords } from "./contract-words.ts";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { useAreasText } from "./use-areas-text.ts";

/** What the feed owns: indicators by areas, each with its due rule. */
export function ScopeSheet({ model }: { model: FeedModel }) {
  const t = useWords(contractWords);
  const [find, setFind] = useState("");
  const [isHanding, setHanding] = useState(false);
  const { owns } = model;
  const { found, near } = findText(owns, find, ({ code, name }) => `${code} ${name.vi} ${name.en}`);
  const shown = [...found, ...near];
  return (
    <Sheet
      title={t.scope}
      className="wide"
      more={
        owns.length === 0 ? null : (
          <button type="button" className="btn" onClick={() => setHanding(true)}>
            {t.handOver}
          </button>
        )
      }
    >
      {owns.length === 0 ? (
        <Notice title={t.owned} />
      ) : (
        <div className="fd-body">
          <p className="fd-note">{t.scopeNote(model.indicators)}</p>
          <p className="fd-acts">
            <FindBox label={t.find} text={find} onChange={setFind} />
            <span className="fd-hint" role="status">
              {t.found(shown.length)}
            </span>
          </p>
          <Owned owns={shown} />
        </div>
      )}
      {isHanding ? <HandOverDialog model={model} onClose={() => setHanding(false)} /> : null}
    </Sheet>
  );
}

function Owned({ owns }: { owns: readonly OwnedIndicator[] }) {
  const t = useWords(contractWords);
  const text = useText();
  const language = useLanguage();
  const areasText = useAreasText();
  return (
    <ScrollBox className="fd-scroll" label={t.scope}>
      <table className="fd-table">
        <TableHead heads={[t.indicator, t.period, t.due, t.areas]} />
        <tbody>
          {owns.map((owned) => (
            <tr key={owned.code}>
              <th scope="row">
                {text(owned.name)}
                <small>
                  <code>{owned.code}</code>
                </small>
              </th>
              <td data-name={t.period}>
                {owned.periodType === null ? t.outOfForce : PERIOD_TYPE_WORDS[owned.periodType][language]}
              </td>
              <td data-name={t.due}>{dueRuleText(owned.dueRule, language)}</td>
              <td data-name={t.areas}>{areasText(owned)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
