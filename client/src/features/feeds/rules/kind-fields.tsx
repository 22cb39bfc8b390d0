import { type QualityCheckKind, VALUE_CHECKS } from "@bochiso/shared/quality";
import type { RuleSubject } from "@bochiso/shared/steward";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { SelectField } from "../common/select-field.tsx";
import type { NewRuleForm } from "./model/new-rule-form.ts";
import { newRuleWords } from "./new-rule-words.ts";
import { TickList, Ticks } from "./tick-list.tsx";

interface Props {
  subject: RuleSubject;
  form: NewRuleForm;
  tried: boolean;
  onChange: (form: NewRuleForm) => void;
}

/** What a rule of the chosen kind asks about, beside its thresholds. */
export function KindFields(props: Props) {
  const { kind } = props.form;
  return (
    <>
      {kind === "change" ? <ChangeFields {...props} /> : null}
      {kind === "sum-of-parts" ? <PartsFields {...props} /> : null}
    </>
  );
}

function ChangeFields({ form, onChange }: Props) {
  const t = useWords(newRuleWords);
  return (
    <div className="fd-pair">
      <SelectField
        label={t.against}
        value={form.against}
        options={(["previous", "year-ago"] as const).map((value) => ({ value, text: t.againsts[value] }))}
        onChange={(value) => onChange({ ...form, against: value === "year-ago" ? "year-ago" : "previous" })}
      />
      <SelectField
        label={t.measure}
        value={form.measure}
        options={(["ratio", "difference"] as const).map((value) => ({ value, text: t.measures[value] }))}
        onChange={(value) => onChange({ ...form, measure: value === "ratio" ? "ratio" : "difference" })}
      />
    </div>
  );
}

function PartsFields({ subject: { dimensions }, form, tried, onChange }: Props) {
  const t = useWords(newRuleWords);
  const text = useText();
  const codesOf = (id: string) => dimensions.find((it) => it.id === id)?.codes ?? [];
  return (
    <>
      <SelectField
        label={t.dimension}
        value={form.dimension}
        options={dimensions.map(({ id, name }) => ({ value: id, text: text(name) }))}
        onChange={(dimension) => onChange({ ...form, dimension, codes: codesOf(dimension).map(({ code }) => code) })}
      />
      <div>
        <p>
          <b>{t.codes}</b>
        </p>
        <Ticks
          label={t.codes}
          options={codesOf(form.dimension).map(({ code, name }) => ({ value: code, text: text(name) }))}
          chosen={form.codes}
          error={tried && form.codes.length < 2 ? t.codesMissing : null}
          onChange={(codes) => onChange({ ...form, codes })}
        />
      </div>
    </>
  );
}

/** Kinds that are asked of totals by themselves. */
const WITHOUT_BREAKDOWNS: ReadonlySet<QualityCheckKind> = new Set(["sum-of-parts", "timeliness"]);

/** The cells that the rule is asked of, or that have to arrive. */
export function CellFields({ subject, form, tried, onChange }: Props) {
  const t = useWords(newRuleWords);
  const text = useText();
  const isValue = VALUE_CHECKS.has(form.kind);
  return (
    <>
      <TickList
        label={isValue ? t.areas : t.expectedAreas}
        all={t.allAreas}
        options={subject.areas.map(({ code, name }) => ({ value: code, text: text(name) }))}
        chosen={form.areas}
        tried={tried}
        onChange={(areas) => onChange({ ...form, areas })}
      />
      {WITHOUT_BREAKDOWNS.has(form.kind) ? null : (
        <TickList
          label={isValue ? t.breakdowns : t.expectedBreakdowns}
          all={t.allBreakdowns}
          options={subject.breakdowns.map(({ key, name }) => ({ value: key, text: text(name) }))}
          chosen={form.breakdowns}
          tried={tried}
          onChange={(breakdowns) => onChange({ ...form, breakdowns })}
        />
      )}
    </>
  );
}
