import type { FeedModel } from "@bochiso/shared/feed";
import { useState } from "react";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { ChangesSheet } from "./changes-sheet.tsx";
import { ContractDialog } from "./contract-dialog.tsx";
import { contractWords } from "./contract-words.ts";
import { HandOversSheet } from "./hand-overs-sheet.tsx";
import { contractTerms } from "./model/contract-terms.ts";
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
  const language = useLanguage();
  return (
    <dl className="fd-facts">
      {contractTerms(contract, language).map(({ name, told }) => (
        <div key={name}>
          <dt>{name}</dt>
          {told.map((text) => (
            <dd key={text}>{text}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
