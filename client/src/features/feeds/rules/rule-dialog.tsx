import type { QualitySeverity } from "@bochiso/shared/quality";
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
import { Field } from "../common/field.tsx";
import { isStated, PersonFields } from "../common/person-fields.tsx";
import { SelectField } from "../common/select-field.tsx";
import { usePerson } from "../common/use-person.ts";
import { checkOf, formOf, type RuleForm } from "./model/rule-form.ts";
import { ruleDialogWords } from "./rule-dialog-words.ts";
import { RuleEffect } from "./rule-effect.tsx";
import { ThresholdFields } from "./threshold-fields.tsx";
import { rulesWords } from "./words.ts";

const LEAST_TEXT = 5;
/** Kinds of queries that a change of a rule touches at once; flags follow in the background and tell by themselves. */
const TOUCHED = /^(rules|indicator)$/;

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
  const [basis, setBasis] = useState(text(line.basis));
  const [note, setNote] = useState("");
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: async (draft: QualityRuleDraft) =>
      (await source.tools()).changeRule({ ...draft, basis, note, by: person }),
    onSuccess: () => {
      sayDone(t.done);
      onClose();
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.test(String(queryKey[0])) });
    },
  });
  const draft = useMemo(() => {
    const check = checkOf(form, line.check, language);
    return check && { code: line.rule.code, seen: line.rule.version, check, severity, retired: !isOn };
  }, [form, line, language, severity, isOn]);
  const isBased = basis.trim().length >= LEAST_TEXT;
  const isNoted = note.trim().length >= LEAST_TEXT;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft !== null && isBased && isNoted && isStated(person)) change.mutate(draft);
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
        {isOn ? <ThresholdFields line={line} form={form} onChange={setForm} /> : null}
        {isOn ? <SeverityField line={line} value={severity} onChange={setSeverity} /> : null}
        <RuleEffect line={line} draft={draft} />
        <Field
          label={t.basis}
          hint={t.basisHint}
          value={basis}
          rows={3}
          max={2000}
          error={tried && !isBased ? t.basisMissing : null}
          onChange={setBasis}
        />
        <Field
          label={t.note}
          value={note}
          rows={2}
          max={1000}
          error={tried && !isNoted ? t.noteMissing : null}
          onChange={setNote}
        />
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

interface SeverityProps {
  line: QualityRuleLine;
  value: QualitySeverity;
  onChange: (severity: QualitySeverity) => void;
}

/** Rules about deliveries have one severity only. */
function SeverityField({ line, value, onChange }: SeverityProps) {
  const t = useWords(ruleDialogWords);
  const { severities } = useWords(rulesWords);
  if (!VALUE_CHECKS.has(line.check.kind)) return null;
  return (
    <div>
      <SelectField
        label={t.severity}
        value={value}
        options={(["error", "warning"] as const).map((it) => ({ value: it, text: severities[it] }))}
        onChange={(chosen) => onChange(chosen === "error" ? "error" : "warning")}
      />
      {value === line.severity ? null : <p className="fd-hint">{t.severityNote}</p>}
    </div>
  );
}
