import type { FeedModel } from "@bochiso/shared/feed";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { Modal } from "../../../ui/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { actWords } from "../common/act-words.ts";
import { DialogActs } from "../common/dialog-acts.tsx";
import { sayDone } from "../common/done-note.tsx";
import { Field } from "../common/field.tsx";
import { isStated, PersonFields } from "../common/person-fields.tsx";
import { usePerson } from "../common/use-person.ts";
import { ChangedMeanwhile } from "./changed-meanwhile.tsx";
import { contractDialogWords } from "./contract-dialog-words.ts";
import { DeadlineFields } from "./deadline-fields.tsx";
import { type ContractForm, contractOf, formOf, isHeartbeat, rebased } from "./model/contract-form.ts";
import { isSameContract } from "./model/contract-terms.ts";

/**
 * Changes the contract of a feed as a whole, with reason and who says so. What somebody else changes meanwhile is shown, and
 * has to be seen, before it can be put in force.
 */
export function ContractDialog({ model, onClose }: { model: FeedModel; onClose: () => void }) {
  const t = useWords(contractDialogWords);
  const words = useWords(actWords);
  const source = useSource();
  const queryClient = useQueryClient();
  const [seen, setSeen] = useState(model.contract);
  const [form, setForm] = useState(() => formOf(model.contract));
  const [reason, setReason] = useState("");
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const readAgain = () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey }) => /^(feeds?|expected|scores)$/.test(String(queryKey[0])),
    });
  const change = useMutation({
    mutationFn: source.feeds.changeContract,
    onSuccess: () => {
      sayDone(t.done);
      onClose();
      return readAgain();
    },
    onError: () => void readAgain(),
  });
  const isOvertaken = !change.isPending && !change.isSuccess && !isSameContract(seen, model.contract);
  const takeOver = () => {
    setForm(rebased(form, seen, model.contract));
    setSeen(model.contract);
    change.reset();
  };
  const isReason = reason.trim().length >= 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const contract = contractOf(form, seen);
    if (contract === null || !isReason || !isStated(person) || isOvertaken) return;
    change.mutate({ feed: model.code, seen, contract, reason, by: person });
  };
  return (
    <Modal label={t.title} className="fd-dialog fd" onClose={onClose}>
      <h2>{t.title}</h2>
      <p>{t.note}</p>
      <form className="fd-form" onSubmit={submit} noValidate>
        <Switches form={form} onChange={setForm} />
        <Field
          label={t.heartbeat}
          hint={t.heartbeatHint}
          value={form.heartbeat}
          error={isHeartbeat(form.heartbeat) ? null : t.heartbeatBad}
          onChange={(heartbeat) => setForm({ ...form, heartbeat })}
        />
        <DeadlineFields model={model} form={form} onChange={setForm} />
        <Field
          label={words.reason}
          value={reason}
          rows={2}
          max={1000}
          error={tried && !isReason ? words.reasonMissing : null}
          onChange={setReason}
        />
        <PersonFields person={person} onChange={setPerson} tried={tried} />
        {isOvertaken ? (
          <ChangedMeanwhile seen={seen} model={model} onSeen={takeOver} onCancel={onClose} />
        ) : (
          <>
            <ActFault error={change.error} />
            <DialogActs act={t.act} busy={change.isPending} onCancel={onClose} />
          </>
        )}
      </form>
    </Modal>
  );
}

interface FormProps {
  form: ContractForm;
  onChange: (form: ContractForm) => void;
}

function Switches({ form, onChange }: FormProps) {
  const t = useWords(contractDialogWords);
  const switches = [
    { name: "active", label: t.active },
    { name: "requireSignOff", label: t.signOff },
    { name: "requireDigest", label: t.digest },
    { name: "refuseGaps", label: t.refuseGaps },
  ] as const;
  return (
    <div className="fd-switches">
      {switches.map(({ name, label }) => (
        <label key={name} className="fd-check">
          <input
            type="checkbox"
            checked={form[name]}
            onChange={({ target }) => onChange({ ...form, [name]: target.checked })}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
