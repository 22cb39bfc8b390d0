import type { FeedModel } from "@bochiso/shared/feed";
import { PERIOD_TYPE_WORDS } from "@bochiso/shared/i18n";
import { useState } from "react";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { dueRuleText } from "../common/due-rule-text.ts";
import { ChangesSheet } from "./changes-sheet.tsx";
import { ContractDialog } from "./contract-dialog.tsx";
import { contractWords } from "./contract-words.ts";
import { HandOversSheet } from "./hand-overs-sheet.tsx";
import { ScopeSheet } from "./scope-sheet.tsx";

/** Hợp đồng, phạm vi: what is agreed, what the feed owns, since when, and who changed it. */
export function ContractPart({ model }: { model: FeedModel }) {
  const t = useWords(contractWords);
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Sheet
        title={t.contract}
        className="wide"
        more={
          <button type="button" className="btn" onClick={() => setEditing(true)}>
            {t.edit}
          </button>
        }
      >
        <Terms model={model} />
      </Sheet>
      <ScopeSheet model={model} />
      <HandOversSheet model={model} />
      <ChangesSheet changes={model.changes} />
      {editing ? <ContractDialog model={model} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

function Terms({ model: { contract } }: { model: FeedModel }) {
  const t = useWords(contractWords);
  const language = useLanguage();
  const yes = (agreed: boolean) => (agreed ? "yes" : "no");
  const terms = [
    { name: t.active, told: t.activeOf[yes(contract.active)] },
    { name: t.signOff, told: t.signOffOf[yes(contract.requireSignOff)] },
    { name: t.gap, told: t.gapOf[contract.gapPolicy] },
    { name: t.digest, told: t.digestOf[yes(contract.requireDigest)] },
    {
      name: t.heartbeat,
      told: contract.heartbeatMinutes === null ? t.noHeartbeat : t.heartbeatOf(contract.heartbeatMinutes),
    },
  ];
  return (
    <dl className="fd-facts">
      {terms.map(({ name, told }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{told}</dd>
        </div>
      ))}
      <div>
        <dt>{t.schedule}</dt>
        {contract.schedule.length === 0 ? <dd>{t.noSchedule}</dd> : null}
        {contract.schedule.map(({ periodType, rule }) => (
          <dd key={periodType}>
            {t.of(PERIOD_TYPE_WORDS[periodType][language])}: {dueRuleText(rule, language)}
          </dd>
        ))}
      </div>
    </dl>
  );
}
