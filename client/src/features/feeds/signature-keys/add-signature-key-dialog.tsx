import { SIGNATURE_KEYID } from "@bochiso/shared/steward";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { Modal } from "../../../ui/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { DialogActs } from "../common/dialog-acts.tsx";
import { sayDone } from "../common/done-note.tsx";
import { Field } from "../common/field.tsx";
import { isStated, PersonFields } from "../common/person-fields.tsx";
import { usePerson } from "../common/use-person.ts";
import { publicKeyOf } from "./model/public-key-of.ts";
import { signatureKeysWords } from "./words.ts";

/** Registers a public key; what was pasted is told back as it was read. */
export function AddSignatureKeyDialog({ feed, onClose }: { feed: string; onClose: () => void }) {
  const t = useWords(signatureKeysWords);
  const source = useSource();
  const queryClient = useQueryClient();
  const [keyid, setKeyid] = useState("");
  const [pasted, setPasted] = useState("");
  const [required, setRequired] = useState(false);
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const publicKey = publicKeyOf(pasted);
  const isKeyid = SIGNATURE_KEYID.test(keyid.trim());
  const add = useMutation({
    mutationFn: async (read: string) =>
      (await source.tools()).addSignatureKey({ feed, keyid: keyid.trim(), publicKey: read, required, by: person }),
    onSuccess: () => {
      sayDone(t.done.add);
      onClose();
      return queryClient.invalidateQueries({
        predicate: ({ queryKey }) => /^(signature-keys|feed)$/.test(String(queryKey[0])),
      });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isKeyid && publicKey !== null && isStated(person)) add.mutate(publicKey);
  };
  const isPrivate = pasted.includes("PRIVATE KEY");
  const keyFault = isPrivate ? t.publicKeyPrivate : t.publicKeyBad;
  return (
    <Modal label={t.add} className="fd-dialog fd" onClose={onClose}>
      <h2>{t.add}</h2>
      <form className="fd-form" onSubmit={submit} noValidate>
        <Field
          label={t.keyid}
          hint={t.keyidHint}
          value={keyid}
          max={120}
          error={(tried || keyid !== "") && !isKeyid ? t.keyidBad : null}
          onChange={setKeyid}
        />
        <div>
          <Field
            label={t.publicKey}
            hint={t.publicKeyHint}
            value={pasted}
            rows={3}
            max={1000}
            error={(tried || pasted !== "") && publicKey === null ? keyFault : null}
            onChange={setPasted}
          />
          {publicKey === null ? null : (
            <p className="fd-hint" role="status">
              <code>{t.publicKeyRead(publicKey)}</code>
            </p>
          )}
        </div>
        <div>
          <label className="fd-check">
            <input type="checkbox" checked={required} onChange={({ target }) => setRequired(target.checked)} />
            <span>{t.require}</span>
          </label>
          <p className="fd-hint">{t.requireHint}</p>
        </div>
        <PersonFields person={person} onChange={setPerson} tried={tried} />
        <ActFault error={add.error} />
        <DialogActs act={t.add} busy={add.isPending} onCancel={onClose} />
      </form>
    </Modal>
  );
}
