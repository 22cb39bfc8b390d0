import { VALUE_CHECKS } from "@bochiso/shared/quality";
import type { QualityRuleDraft, QualityRuleLine } from "@bochiso/shared/steward";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useMemo, useState } from "react";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { screenFault, useSource } from "../../../lib/source/index.ts";
import { Modal } from "../../../ui/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { DialogActs } from "../common/dialog-acts.tsx";
import { sayDone } from "../common/done-note.tsx";
import { isStated, PersonFields } from "../common/person-fields.tsx";
import { usePerson } from "../common/use-person.ts";
import { checkOf, formOf, type RuleForm } from "./model/rule-form.ts";
import { isReasoned, ReasonFields } from "./reason-fields.tsx";
import { ruleDialogWords } from "./rule-dialog-words.ts";
import { RuleEffect } from "./rule-effect.tsx";
import { SeverityField } from "./severity-field.tsx";
import { ThresholdFields } from "./threshold-fields.tsx";
import { RULES_TOUCH } from "./touched.ts";

interface Props {
  line: QualityRuleLine;
  reload: () => void;
  onClose: () => void;
}

/** Changes a rule: its thresholds, its severity, whether it is in force; what it would do is told before it is saved. */
export function RuleDialog({ line, reload, onClose }: Props) {
  const t = useWords(ruleDialogWords);
  const text = useText();
  const language = useLanguage();
  const source = useSource();
  const queryClient = useQueryClient();
  const [form, setForm] = useState<RuleForm>(() => formOf(line.check, language));
  const [severity, setSeverity] = useState(line.severity);
  const [isOn, setOn] = useState(line.state !== "retired");
  const [reasons, setReasons] = useState({ basis: text(line.basis), note: "" });
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: async (draft: QualityRuleDraft) =>
      (await source.tools()).changeRule({ ...draft, ...reasons, by: person }),
    onSuccess: () => {
      sayDone(t.done);
      onClose();
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => RULES_TOUCH.test(String(queryKey[0])) });
    },
  });
  const draft = useMemo(() => {
    const check = checkOf(form, line.check, language);
    return check && { code: line.rule.code, seen: line.rule.version, check, severity, retired: !isOn };
  }, [form, line, language, severity, isOn]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft !== null && isReasoned(reasons) && isStated(person)) change.mutate(draft);
  };
  return (
    <Modal label={t.title} className="fd-dialog fd" onClose={onClose}>
      <h2>{t.title}</h2>
      <p>
        <b>{text(line.rule.name)}</b>
        <small>
          {t.now}: {text(line.text)}
        </small>
      </p>
      <form className="fd-form" onSubmit={submit} noValidate>
        <OnOff isOn={isOn} onChange={setOn} />
        {isOn ? (
          <ThresholdFields
            asked={{
              kind: line.check.kind,
              isRatio: line.check.kind === "change" && line.check.measure === "ratio",
              unit: line.display.unit,
            }}
            form={form}
            onChange={setForm}
          />
        ) : null}
        {isOn && VALUE_CHECKS.has(line.check.kind) ? (
          <div>
            <SeverityField value={severity} onChange={setSeverity} />
            {severity === line.severity ? null : <p className="fd-hint">{t.severityNote}</p>}
          </div>
        ) : null}
        <RuleEffect draft={draft} unreadable={t.unreadable} isSame={(it) => "code" in it && isSame(line, it)} />
        <ReasonFields reasons={reasons} noteLabel={t.note} tried={tried} onChange={setReasons} />
        <PersonFields person={person} onChange={setPerson} tried={tried} />
        <ActFault error={change.error} />
        {isStale(change.error) ? (
          <p className="fd-acts">
            <button
              type="button"
              className="btn"
              onClick={() => {
                reload();
                onClose();
              }}
            >
              {t.reload}
            </button>
          </p>
        ) : null}
        <DialogActs act={t.act} busy={change.isPending} onCancel={onClose} />
      </form>
    </Modal>
  );
}

function isSame({ check, severity, state }: QualityRuleLine, draft: QualityRuleDraft): boolean {
  const isOn = state !== "retired";
  return draft.severity === severity && draft.retired !== isOn && JSON.stringify(draft.check) === JSON.stringify(check);
}

function isStale(error: unknown): boolean {
  return error !== null && screenFault(error).code === "rule-changed";
}

function OnOff({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const t = useWords(ruleDialogWords);
  return (
    <div>
      <label className="fd-check">
        <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
        <span>{t.inForce}</span>
      </label>
      {isOn ? null : <p className="fd-hint">{t.offNote}</p>}
    </div>
  );
}
