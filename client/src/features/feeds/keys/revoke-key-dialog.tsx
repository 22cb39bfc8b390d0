import type { FeedKey } from "@bochiso/shared/feed";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { announce } from "../../../lib/announce/index.ts";
import { useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { Modal } from "../../../ui/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { actWords } from "../common/act-words.ts";
import { DialogActs } from "../common/dialog-acts.tsx";
import { Field } from "../common/field.tsx";
import { isStated, PersonFields } from "../common/person-fields.tsx";
import { usePerson } from "../common/use-person.ts";
import { refresh } from "./make-key-dialog.tsx";
import { keysWords } from "./words.ts";

interface Props {
  old: FeedKey;
  /** No other key is live. */
  isLast: boolean;
  onClose: () => void;
}

export function RevokeKeyDialog({ old, isLast, onClose }: Props) {
  const t = useWords(keysWords);
  const words = useWords(actWords);
  const source = useSource();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState("");
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const revoke = useMutation({
    mutationFn: source.feeds.revokeKey,
    onSuccess: () => {
      announce(t.revoked(old.label));
      onClose();
      return refresh(queryClient);
    },
  });
  const isReason = reason.trim().length >= 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isReason && isStated(person)) revoke.mutate({ id: old.id, reason, by: person });
  };
  const title = t.revokeTitle(old.label);
  return (
    <Modal label={title} className="fd-dialog fd" onClose={onClose}>
      <h2>{title}</h2>
      <p>
        {t.revokeNote} {isLast ? t.revokeLast : null}
      </p>
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
        <ActFault error={revoke.error} />
        <DialogActs act={t.revokeDo} busy={revoke.isPending} danger onCancel={onClose} />
      </form>
    </Modal>
  );
}
