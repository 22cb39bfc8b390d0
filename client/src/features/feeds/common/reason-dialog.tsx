import type { Approver } from "@bochiso/shared/feed";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { Modal } from "../../../ui/index.ts";
import { ActFault } from "./act-fault.tsx";
import { actWords } from "./act-words.ts";
import { DialogActs } from "./dialog-acts.tsx";
import { Field } from "./field.tsx";
import { isStated, PersonFields } from "./person-fields.tsx";
import { usePerson } from "./use-person.ts";

interface Props {
  title: string;
  /** What it does, before it is done. */
  note: ReactNode;
  act: string;
  /** Does it; what is typed stays where this is rejected. */
  run: (stated: { reason: string; by: Approver }) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

/** Ends something, with a reason and who says so. */
export function ReasonDialog({ title, note, act, run, onDone, onClose }: Props) {
  const words = useWords(actWords);
  const [reason, setReason] = useState("");
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({ mutationFn: run, onSuccess: onDone });
  const isReason = reason.trim().length >= 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isReason && isStated(person)) mutate({ reason, by: person });
  };
  return (
    <Modal label={title} className="fd-dialog fd" onClose={onClose}>
      <h2>{title}</h2>
      <p>{note}</p>
      <form className="fd-form" onSubmit={submit} noValidate>
        <Field
          label={words.reason}
          value={reason}
          rows={2}
          max={1000}
          error={tried && !isReason ? words.reasonMissing : null}
          onChange={setReason}
        />
        <PersonFields person={person} onChange={setPerson} tried={tried} />
        <ActFault error={error} />
        <DialogActs act={act} busy={isPending} danger onCancel={onClose} />
      </form>
    </Modal>
  );
}
