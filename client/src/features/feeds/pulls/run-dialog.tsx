import type { PullSourceModel } from "@bochiso/shared/pull";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { Modal } from "../../../ui/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { DialogActs } from "../common/dialog-acts.tsx";
import { isStated, PersonFields } from "../common/person-fields.tsx";
import { usePerson } from "../common/use-person.ts";
import { pullWords } from "./words.ts";

interface Props {
  pulled: PullSourceModel;
  onDone: (told: string) => void;
  onClose: () => void;
}

/** Has a source asked now, with who asks. */
export function RunDialog({ pulled, onDone, onClose }: Props) {
  const t = useWords(pullWords);
  const title = t.runTitle(useText()(pulled.config.name));
  const source = useSource();
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const run = useMutation({
    mutationFn: async () => (await source.tools()).runPull({ source: pulled.code, by: person }),
    onSuccess: () => onDone(t.runAsked),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isStated(person)) run.mutate();
  };
  return (
    <Modal label={title} className="fd-dialog fd" onClose={onClose}>
      <h2>{title}</h2>
      <p>{t.runNote}</p>
      <form className="fd-form" onSubmit={submit} noValidate>
        <PersonFields person={person} onChange={setPerson} tried={tried} />
        <ActFault error={run.error} />
        <DialogActs act={t.now} busy={run.isPending} onCancel={onClose} />
      </form>
    </Modal>
  );
}
