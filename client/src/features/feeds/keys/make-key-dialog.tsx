import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useServerTime } from "../../../lib/clock/index.ts";
import { useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { Modal } from "../../../ui/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { DialogActs } from "../common/dialog-acts.tsx";
import { Field } from "../common/field.tsx";
import { MomentField } from "../common/moment-field.tsx";
import { isStated, PersonFields } from "../common/person-fields.tsx";
import { usePerson } from "../common/use-person.ts";
import { brokenRange, isPast, type KeyForm, keyInput, MOST_RANGES, rangesOf } from "./model.ts";
import { keysWords } from "./words.ts";

interface Props {
  feed: string;
  onMade: (secret: string) => void;
  onClose: () => void;
}

const EMPTY: KeyForm = { label: "", holder: "", expires: "", cidrs: "" };
const MINUTE_MS = 60_000;

export function MakeKeyDialog({ feed, onMade, onClose }: Props) {
  const t = useWords(keysWords);
  const source = useSource();
  const queryClient = useQueryClient();
  const now = useServerTime(MINUTE_MS);
  const [form, setForm] = useState(EMPTY);
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const make = useMutation({
    mutationFn: source.feeds.makeKey,
    onSuccess: ({ key }) => {
      onMade(key);
      return refresh(queryClient, feed);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const input = keyInput(form, { feed, by: person, now });
    if (input !== null && isStated(person)) make.mutate(input);
  };
  return (
    <Modal label={t.make} className="fd-dialog fd" onClose={onClose}>
      <h2>{t.make}</h2>
      <form className="fd-form" onSubmit={submit} noValidate>
        <KeyFields form={form} onChange={setForm} tried={tried} now={now} />
        <PersonFields person={person} onChange={setPerson} tried={tried} />
        <ActFault error={make.error} />
        <DialogActs act={t.make} busy={make.isPending} onCancel={onClose} />
      </form>
    </Modal>
  );
}

interface FieldsProps {
  form: KeyForm;
  onChange: (form: KeyForm) => void;
  tried: boolean;
  now: number;
}

function KeyFields({ form, onChange, tried, now }: FieldsProps) {
  const t = useWords(keysWords);
  const set = (patch: Partial<KeyForm>) => onChange({ ...form, ...patch });
  const broken = brokenRange(form.cidrs);
  const cidrError = broken !== null ? t.cidrBad(broken) : rangesOf(form.cidrs).length > MOST_RANGES ? t.cidrMany : null;
  return (
    <>
      <Field
        label={t.label}
        hint={t.labelHint}
        value={form.label}
        max={120}
        error={tried && form.label.trim() === "" ? t.labelMissing : null}
        onChange={(label) => set({ label })}
      />
      <Field
        label={t.holder}
        hint={t.holderHint}
        value={form.holder}
        max={200}
        error={tried && form.holder.trim().length < 2 ? t.holderMissing : null}
        onChange={(holder) => set({ holder })}
      />
      <MomentField
        label={t.expires}
        hint={t.expiresHint}
        of="day"
        value={form.expires}
        error={isPast(form.expires, now) ? t.expiresPast : null}
        onChange={(expires) => set({ expires })}
      />
      <Field
        label={t.cidrs}
        hint={t.cidrsHint}
        rows={3}
        value={form.cidrs}
        error={tried ? cidrError : null}
        onChange={(cidrs) => set({ cidrs })}
      />
    </>
  );
}

/** What shows the keys of a feed is asked again. */
export function refresh(queryClient: ReturnType<typeof useQueryClient>, feed?: string): Promise<unknown> {
  return Promise.all([
    queryClient.invalidateQueries({ queryKey: feed === undefined ? ["keys"] : ["keys", feed] }),
    queryClient.invalidateQueries({ queryKey: ["feed"] }),
    queryClient.invalidateQueries({ queryKey: ["feeds"] }),
  ]);
}
