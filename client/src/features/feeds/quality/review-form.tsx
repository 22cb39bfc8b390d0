import type { QualityReviewVerdict } from "@bochiso/shared/quality";
import type { QualityFlagRow } from "@bochiso/shared/screen";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { announce } from "../../../lib/announce/index.ts";
import { useWords } from "../../../lib/i18n/index.ts";
import { screenFault, useSource } from "../../../lib/source/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { actWords } from "../common/act-words.ts";
import { Field } from "../common/field.tsx";
import { FieldError } from "../common/field-error.tsx";
import { isStated, PersonFields } from "../common/person-fields.tsx";
import { usePerson } from "../common/use-person.ts";
import { answeredOf, answerWords } from "./answer-words.ts";
import { flagWords } from "./flag-words.ts";

const VERDICTS = ["confirmed", "wrong"] as const;
const LEAST_NOTE = 5;
/** Kinds of queries that a review changes: what shows the mark of doubt, too. */
const TOUCHED = /^(flags?|scores|heat|indicator|overview|group)$/;

/** What a steward says of a flag, on the state of it that is on screen. */
export function ReviewForm({ flag, reload }: { flag: QualityFlagRow; reload: () => void }) {
  const t = useWords(flagWords);
  const words = useWords(actWords);
  const answers = useWords(answerWords);
  const answered = answeredOf(flag.rule.kind);
  const source = useSource();
  const queryClient = useQueryClient();
  const [verdict, setVerdict] = useState<QualityReviewVerdict | null>(null);
  const [note, setNote] = useState("");
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const review = useMutation({
    mutationFn: source.quality.review,
    onSuccess: () => {
      announce(t.done);
      setTried(false);
      setVerdict(null);
      setNote("");
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.test(String(queryKey[0])) });
    },
  });
  if (flag.state === "resolved") return <p className="fd-note">{t.over}</p>;
  const isNoted = note.trim().length >= LEAST_NOTE;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (verdict === null || !isNoted || !isStated(person)) return;
    review.mutate({ id: flag.id, verdict, note, by: person, seen: flag.commitSeq });
  };
  return (
    <form className="fd-form fd-box" onSubmit={submit} noValidate>
      <h3>{t.review}</h3>
      <p className="fd-hint">
        {answers.lead[answered]} {flag.review === null ? null : t.again}
      </p>
      <fieldset>
        <legend>{t.verdict}</legend>
        {VERDICTS.map((it) => (
          <label key={it} className="fd-check">
            <input type="radio" name="verdict" checked={verdict === it} onChange={() => setVerdict(it)} />
            <span>{answers.verdicts[answered][it]}</span>
          </label>
        ))}
        {tried && verdict === null ? <FieldError text={t.verdictMissing} /> : null}
      </fieldset>
      <Field
        label={t.note}
        hint={t.noteHint}
        value={note}
        rows={3}
        max={2000}
        error={tried && !isNoted ? t.noteMissing : null}
        onChange={setNote}
      />
      <PersonFields person={person} onChange={setPerson} tried={tried} />
      <ActFault error={review.error} />
      <p className="fd-acts">
        <button type="submit" className="btn primary" disabled={review.isPending}>
          {review.isPending ? words.doing : t.act}
        </button>
        {isStale(review.error) ? (
          <button type="button" className="btn" onClick={reload}>
            {t.reload}
          </button>
        ) : null}
        {review.isSuccess ? <span role="status">{t.done}</span> : null}
      </p>
    </form>
  );
}

function isStale(error: unknown): boolean {
  return error !== null && screenFault(error).code === "flag-changed";
}
