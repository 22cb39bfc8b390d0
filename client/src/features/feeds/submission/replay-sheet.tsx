import type { SubmissionModel } from "@bochiso/shared/feed";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { type SendQuestion, type SentFormat, useSource } from "../../../lib/source/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { Field } from "../common/field.tsx";
import { SelectField } from "../common/select-field.tsx";
import { SENT_FORMATS } from "./model/sent-body.ts";
import { ReplayBody, type SentBody } from "./replay-body.tsx";
import { ReplayOutcome } from "./replay-outcome.tsx";
import { replayWords } from "./replay-words.ts";

/** What a request is made of, beside the body. */
interface ReplayForm {
  readonly key: string;
  readonly idempotencyKey: string;
  readonly format: SentFormat;
  readonly lenient: boolean;
}

/** Longest idempotency key (push-api). */
const LONGEST = 255;

/** Gửi lại: the body once more through the door of the source system, as a dry run and then for real. */
export function ReplaySheet({ model }: { model: SubmissionModel }) {
  const t = useWords(replayWords);
  return (
    <Sheet title={t.title} className="wide">
      <div className="fd-body">
        <p className="fd-note">{t.note}</p>
        <Replay model={model} />
      </div>
    </Sheet>
  );
}

function Replay({ model }: { model: SubmissionModel }) {
  const t = useWords(replayWords);
  const [body, setBody] = useState<SentBody | null>(null);
  const [form, setForm] = useState<ReplayForm>(() => ({
    key: "",
    idempotencyKey: newKey(model.id),
    format: "application/json",
    lenient: false,
  }));
  const [tried, setTried] = useState(false);
  const { send, isTried } = useSend();
  const set = (patch: Partial<ReplayForm>) => setForm({ ...form, ...patch });
  const isNamed = form.idempotencyKey !== "" && form.idempotencyKey.length <= LONGEST;
  const isFit = body !== null && form.key.trim() !== "" && isNamed;
  const ask = (dryRun: boolean): SendQuestion | null =>
    isFit ? { ...form, feed: model.feed, sequence: model.sequence, body: body.bytes, dryRun } : null;
  const submit = (dryRun: boolean) => (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const question = ask(dryRun);
    if (question !== null) send.mutate(question);
  };
  const real = ask(false);
  const isReady = real !== null && isTried(real);
  return (
    <form className="fd-form" onSubmit={submit(true)} noValidate>
      <ReplayBody
        receipt={model.receipt}
        body={body}
        error={tried && body === null ? t.bodyMissing : null}
        onChange={(next, format) => {
          setBody(next);
          if (format !== null) set({ format });
        }}
      />
      <ReplayFields model={model} form={form} tried={tried} onChange={set} />
      <p className="fd-acts">
        <button type="submit" className="btn" disabled={send.isPending}>
          {send.isPending ? t.doing : t.dryRun}
        </button>
        <button type="button" className="btn primary" disabled={!isReady || send.isPending} onClick={submit(false)}>
          {t.send}
        </button>
        {isReady ? null : <span className="fd-hint">{send.data === undefined ? t.sendFirst : t.again}</span>}
      </p>
      <ReplayOutcome
        feed={model.feed}
        outcome={send.data ?? null}
        lenient={send.variables?.lenient ?? false}
        failed={send.isError}
      />
    </form>
  );
}

/** Sends; and knows what was tried as a dry run that found nothing in the way. */
function useSend() {
  const source = useSource();
  const queryClient = useQueryClient();
  const [passed, setPassed] = useState<SendQuestion | null>(null);
  const send = useMutation({
    mutationFn: source.feeds.send,
    onSuccess: (outcome, asked) => {
      if (outcome.kind === "checked" && (outcome.errorCount === 0 || asked.lenient)) setPassed(asked);
      if (outcome.kind !== "stored") return;
      setPassed(null);
      return queryClient.invalidateQueries({
        predicate: ({ queryKey }) => /^(submissions|feeds?)$/.test(String(queryKey[0])),
      });
    },
  });
  const isTried = (asked: SendQuestion): boolean =>
    passed !== null &&
    (["body", "format", "lenient", "idempotencyKey", "key"] as const).every((part) => passed[part] === asked[part]);
  return { send, isTried };
}

interface FieldsProps {
  model: SubmissionModel;
  form: ReplayForm;
  tried: boolean;
  onChange: (patch: Partial<ReplayForm>) => void;
}

function ReplayFields({ model, form, tried, onChange }: FieldsProps) {
  const t = useWords(replayWords);
  const old = model.receipt.idempotencyKey;
  const isOld = form.idempotencyKey === old;
  return (
    <>
      <SelectField
        label={t.format}
        value={form.format}
        options={SENT_FORMATS.map((value) => ({ value, text: t.formats[value] }))}
        onChange={(chosen) => onChange({ format: SENT_FORMATS.find((it) => it === chosen) ?? form.format })}
      />
      <Field
        label={t.key}
        hint={t.keyHint}
        type="password"
        value={form.key}
        error={tried && form.key.trim() === "" ? t.keyMissing : null}
        onChange={(key) => onChange({ key })}
      />
      <div>
        <Field
          label={t.idempotency}
          hint={t.idempotencyHint}
          value={form.idempotencyKey}
          max={LONGEST}
          error={tried && form.idempotencyKey === "" ? t.idempotencyMissing : null}
          onChange={(idempotencyKey) => onChange({ idempotencyKey })}
        />
        <button
          type="button"
          className="link"
          onClick={() => onChange({ idempotencyKey: isOld ? newKey(model.id) : old })}
        >
          {isOld ? t.useNew : t.useOld}
        </button>
      </div>
      <label className="fd-check">
        <input
          type="checkbox"
          checked={form.lenient}
          onChange={({ target }) => onChange({ lenient: target.checked })}
        />
        <span>{t.lenient}</span>
      </label>
    </>
  );
}

/** A key that no request had before. */
function newKey(submission: string): string {
  const chance = crypto.getRandomValues(new Uint32Array(2));
  return `gui-lai-${submission.slice(-12)}-${[...chance].map((it) => it.toString(36)).join("")}`;
}
