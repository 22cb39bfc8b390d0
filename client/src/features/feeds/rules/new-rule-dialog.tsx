import type { Approver } from "@bochiso/shared/feed";
import { VALUE_CHECKS } from "@bochiso/shared/quality";
import type { NewRuleDraft, RuleSubject } from "@bochiso/shared/steward";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useMemo, useState } from "react";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { ruleSubjectQuery, useSource } from "../../../lib/source/index.ts";
import { Modal } from "../../../ui/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { DialogActs } from "../common/dialog-acts.tsx";
import { sayDone } from "../common/done-note.tsx";
import { Loaded } from "../common/loaded.tsx";
import { isStated, PersonFields } from "../common/person-fields.tsx";
import { SelectField } from "../common/select-field.tsx";
import { usePerson } from "../common/use-person.ts";
import { IndicatorChoice } from "./indicator-choice.tsx";
import { CellFields, KindFields } from "./kind-fields.tsx";
import { emptyForm, newRuleDraft } from "./model/new-rule-form.ts";
import { isUnreadable } from "./model/rule-form.ts";
import { newRuleWords } from "./new-rule-words.ts";
import { isReasoned, ReasonFields } from "./reason-fields.tsx";
import { RuleEffect } from "./rule-effect.tsx";
import { SeverityField } from "./severity-field.tsx";
import { ThresholdFields } from "./threshold-fields.tsx";
import { RULES_TOUCH } from "./touched.ts";

interface Props {
  /** Where the rules of one indicator are shown, it is the one. */
  indicator: string | undefined;
  onClose: () => void;
}

/** Makes a rule: for which indicator, what it asks; what it would flag is told before it is saved. */
export function NewRuleDialog({ indicator, onClose }: Props) {
  const t = useWords(newRuleWords);
  const [chosen, setChosen] = useState(indicator ?? null);
  return (
    <Modal label={t.title} className="fd-dialog fd" onClose={onClose}>
      <h2>{t.title}</h2>
      {chosen === null ? (
        <IndicatorChoice onChoose={setChosen} />
      ) : (
        <OfIndicator code={chosen} onOther={() => setChosen(null)} onClose={onClose} />
      )}
    </Modal>
  );
}

function OfIndicator({ code, onOther, onClose }: { code: string; onOther: () => void; onClose: () => void }) {
  const t = useWords(newRuleWords);
  const text = useText();
  const query = useQuery(ruleSubjectQuery(useSource(), code));
  const name = query.data?.indicatorName;
  return (
    <>
      <p>
        <b>{name === undefined ? code : text(name)}</b>{" "}
        <button type="button" className="link" onClick={onOther}>
          {t.other}
        </button>
      </p>
      <Loaded query={query} height={240}>
        {(subject) =>
          subject.kinds.length === 0 ? (
            <p className="fd-note">{t.computed}</p>
          ) : (
            <RuleForm key={code} subject={subject} onClose={onClose} />
          )
        }
      </Loaded>
    </>
  );
}

/** Kinds that only some indicators can have. */
const CONDITIONAL = ["sum-of-parts", "completeness", "timeliness"] as const;

interface Said {
  readonly basis: string;
  readonly note: string;
  readonly by: Approver;
}

function useMakeRule(onClose: () => void) {
  const t = useWords(newRuleWords);
  const source = useSource();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ draft, said }: { draft: NewRuleDraft; said: Said }) =>
      (await source.tools()).createRule({ ...draft, ...said }),
    onSuccess: () => {
      sayDone(t.done);
      onClose();
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => RULES_TOUCH.test(String(queryKey[0])) });
    },
  });
}

function RuleForm({ subject, onClose }: { subject: RuleSubject; onClose: () => void }) {
  const t = useWords(newRuleWords);
  const language = useLanguage();
  const [form, setForm] = useState(() => emptyForm(subject));
  const [reasons, setReasons] = useState({ basis: "", note: "" });
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const make = useMakeRule(onClose);
  const draft = useMemo(() => newRuleDraft(form, subject, language), [form, subject, language]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (draft !== null && isReasoned(reasons) && isStated(person) && !make.isPending)
      make.mutate({ draft, said: { ...reasons, by: person } });
  };
  const fields = { subject, form, tried, onChange: setForm };
  return (
    <form className="fd-form" onSubmit={submit} noValidate>
      <SelectField
        label={t.kind}
        value={form.kind}
        options={[
          ...subject.kinds.map((kind) => ({ value: kind, text: t.kinds[kind] })),
          ...CONDITIONAL.filter((kind) => !subject.kinds.includes(kind)).map((kind) => ({
            value: kind,
            text: t.notNow(t.kinds[kind], t.why[kind]),
            disabled: true,
          })),
        ]}
        onChange={(chosen) => {
          const kind = subject.kinds.find((it) => it === chosen);
          if (kind !== undefined) setForm({ ...form, kind });
        }}
      />
      <KindFields {...fields} />
      <ThresholdFields
        asked={{ kind: form.kind, isRatio: form.measure === "ratio", unit: subject.display.unit }}
        form={form.thresholds}
        tried={tried}
        onChange={(thresholds) => setForm({ ...form, thresholds })}
      />
      <CellFields {...fields} />
      {VALUE_CHECKS.has(form.kind) ? (
        <SeverityField value={form.severity} onChange={(severity) => setForm({ ...form, severity })} />
      ) : null}
      <RuleEffect
        draft={draft}
        unreadable={isUnreadable(form.kind, form.thresholds, language) ? t.unreadable : t.unfilled}
      />
      <ReasonFields reasons={reasons} noteLabel={t.note} tried={tried} onChange={setReasons} />
      <PersonFields person={person} onChange={setPerson} tried={tried} />
      <ActFault error={make.error} />
      <DialogActs act={t.act} busy={make.isPending} onCancel={onClose} />
    </form>
  );
}
