import { type FeedKey, MOST_OVERLAP_DAYS } from "@bochiso/shared/feed";
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
import { readWhole } from "../common/read-whole.ts";
import { usePerson } from "../common/use-person.ts";
import { refresh } from "./make-key-dialog.tsx";
import { endOfDay, isPast } from "./model.ts";
import { keysWords } from "./words.ts";

interface Props {
  old: FeedKey;
  onMade: (secret: string) => void;
  onClose: () => void;
}

const MINUTE_MS = 60_000;
const USUAL_DAYS = "7";

export function RotateKeyDialog({ old, onMade, onClose }: Props) {
  const t = useWords(keysWords);
  const source = useSource();
  const queryClient = useQueryClient();
  const now = useServerTime(MINUTE_MS);
  const [days, setDays] = useState(USUAL_DAYS);
  const [expires, setExpires] = useState("");
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const rotate = useMutation({
    mutationFn: source.feeds.rotateKey,
    onSuccess: ({ key }) => {
      onMade(key);
      return refresh(queryClient);
    },
  });
  const overlapDays = readWhole(days, { least: 0, most: MOST_OVERLAP_DAYS });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (overlapDays === null || isPast(expires, now) || !isStated(person)) return;
    rotate.mutate({ id: old.id, overlapDays, expiresAt: endOfDay(expires), by: person });
  };
  const title = t.rotateTitle(old.label);
  return (
    <Modal label={title} className="fd-dialog fd" onClose={onClose}>
      <h2>{title}</h2>
      <p>{t.rotateNote}</p>
      <form className="fd-form" onSubmit={submit} noValidate>
        <Field
          label={t.overlap}
          hint={t.overlapHint}
          value={days}
          error={overlapDays === null ? t.overlapBad : null}
          onChange={setDays}
        />
        <MomentField
          label={t.expires}
          hint={t.expiresHint}
          of="day"
          value={expires}
          error={isPast(expires, now) ? t.expiresPast : null}
          onChange={setExpires}
        />
        <PersonFields person={person} onChange={setPerson} tried={tried} />
        <ActFault error={rotate.error} />
        <DialogActs act={t.rotateDo} busy={rotate.isPending} onCancel={onClose} />
      </form>
    </Modal>
  );
}
