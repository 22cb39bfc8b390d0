import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { actWords } from "../common/act-words.ts";
import { sayDone } from "../common/done-note.tsx";
import { Field } from "../common/field.tsx";
import { FieldError } from "../common/field-error.tsx";
import { isStated, PersonFields } from "../common/person-fields.tsx";
import { usePerson } from "../common/use-person.ts";
import { ApprovalConflicts } from "./approval-conflicts.tsx";
import { decisionWords } from "./decision-words.ts";

type Decision = "approve" | "return";

/** Kinds of queries that a decision changes. */
const TOUCHED = /^(submissions?|feeds?)$/;

/** Approves or returns a held submission, once. */
export function DecisionForm({ submission, values }: { submission: string; values: number }) {
  const t = useWords(decisionWords);
  const words = useWords(actWords);
  const source = useSource();
  const queryClient = useQueryClient();
  const [decision, setDecision] = useState<Decision | null>(null);
  const [note, setNote] = useState("");
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const [isSure, setSure] = useState(false);
  const decide = useMutation({
    mutationFn: source.feeds.decide,
    onSuccess: (outcome, asked) => {
      setSure(false);
      if (outcome.kind !== "decided") return;
      sayDone(t.done[asked.decision]);
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.test(String(queryKey[0])) });
    },
  });
  const isNoted = decision !== "return" || note.trim().length >= 3;
  const choose = (choice: Decision) => {
    setDecision(choice);
    setSure(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (decision === null || !isNoted || !isStated(person)) return;
    if (!isSure) return setSure(true);
    decide.mutate({ submission, decision, note: note.trim() === "" ? null : note, by: person });
  };
  return (
    <form className="fd-form" onSubmit={submit} noValidate>
      <fieldset>
        <legend>{t.decision}</legend>
        {(["approve", "return"] as const).map((choice) => (
          <label key={choice} className="fd-check">
            <input type="radio" name="decision" checked={decision === choice} onChange={() => choose(choice)} />
            <span>{t[choice]}</span>
          </label>
        ))}
        {tried && decision === null ? <FieldError text={t.decisionMissing} /> : null}
      </fieldset>
      <Field
        label={decision === "return" ? t.noteReturn : t.note}
        value={note}
        rows={2}
        max={1000}
        error={tried && !isNoted ? t.noteMissing : null}
        onChange={setNote}
      />
      <PersonFields person={person} onChange={setPerson} tried={tried} />
      <ActFault error={decide.error} />
      {decide.data?.kind === "conflicts" ? <ApprovalConflicts outcome={decide.data} role="alert" /> : null}
      {isSure && decision !== null ? <p role="status">{t.sure[decision](values)}</p> : null}
      <p className="fd-acts">
        <button type="submit" className="btn primary" disabled={decide.isPending}>
          {decide.isPending ? words.doing : isSure && decision !== null ? t.confirm[decision](values) : t.act}
        </button>
        {isSure ? (
          <button type="button" className="btn" onClick={() => setSure(false)}>
            {t.notYet}
          </button>
        ) : (
          <span className="fd-hint">{t.once}</span>
        )}
      </p>
    </form>
  );
}
