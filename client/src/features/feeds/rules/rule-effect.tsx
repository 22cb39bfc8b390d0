import type { RulePreviewInput, RulePreviewModel } from "@bochiso/shared/steward";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { rulePreviewQuery, useSource } from "../../../lib/source/index.ts";
import { useSettled } from "../../../lib/use-settled.ts";
import { FieldError } from "../common/field-error.tsx";
import { QueryFault } from "../common/query-fault.tsx";
import { ruleDialogWords } from "./rule-dialog-words.ts";

const TYPING_MS = 400;

interface Props {
  /** Null: something typed cannot be read, or is still to be said. */
  draft: RulePreviewInput | null;
  /** What is told without a draft. */
  unreadable: string;
  /** Of a rule that stands: nothing is changed yet. */
  isSame?: (draft: RulePreviewInput) => boolean;
}

/** What the draft would do to the flags of what is stored; asked when typing pauses. */
export function RuleEffect({ draft, unreadable, isSame = () => false }: Props) {
  const t = useWords(ruleDialogWords);
  const settled = useSettled(draft, TYPING_MS);
  return (
    <section className="fd-box qr-effect" aria-label={t.effect}>
      <h3>{t.effect}</h3>
      <div role="status">
        {settled === null ? (
          <p className="fd-note">{unreadable}</p>
        ) : isSame(settled) ? (
          <p className="fd-note">{t.unchanged}</p>
        ) : (
          <Told draft={settled} />
        )}
      </div>
    </section>
  );
}

function Told({ draft }: { draft: RulePreviewInput }): ReactNode {
  const t = useWords(ruleDialogWords);
  const text = useText();
  const { data, error, refetch } = useQuery(rulePreviewQuery(useSource(), draft));
  if (error !== null) return <QueryFault error={error} retry={() => void refetch()} />;
  if (data === undefined) return <p className="fd-note">{t.counting}</p>;
  if (data.problems.length > 0) {
    return data.problems.map((problem) => <FieldError key={problem.vi} text={text(problem)} />);
  }
  return <Counts model={data} draft={draft} />;
}

function Counts({ model, draft }: { model: RulePreviewModel; draft: RulePreviewInput }) {
  const t = useWords(ruleDialogWords);
  const text = useText();
  const { raised, cleared, reviewed, kept, examples, complete } = model;
  return (
    <>
      {"retired" in draft && draft.retired ? null : <p>{text(model.text)}</p>}
      <ul className="qr-counts">
        <li>{t.raised(raised)}</li>
        {"code" in draft ? <li>{t.cleared(cleared, reviewed)}</li> : null}
        {"code" in draft ? <li>{t.kept(kept)}</li> : null}
      </ul>
      {complete ? null : <p className="fd-note">{t.incomplete}</p>}
      {examples.length === 0 ? null : (
        <>
          <p className="fd-hint">{t.examples}</p>
          <ul>
            {examples.map((example) => (
              <li key={text(example.cell)} className="fd-note">
                <b>{text(example.cell)}</b>: {text(example.text)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
