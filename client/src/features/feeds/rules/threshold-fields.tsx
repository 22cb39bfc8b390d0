import type { QualityRuleLine } from "@bochiso/shared/steward";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { Field } from "../common/field.tsx";
import { type RuleForm, readThreshold, THRESHOLDS, type ThresholdName } from "./model/rule-form.ts";
import { ruleDialogWords } from "./rule-dialog-words.ts";

interface Props {
  line: QualityRuleLine;
  form: RuleForm;
  onChange: (form: RuleForm) => void;
}

/** A field for each threshold of the rule's kind; kinds without any have none. */
export function ThresholdFields({ line, form, onChange }: Props) {
  const t = useWords(ruleDialogWords);
  const text = useText();
  const language = useLanguage();
  const unitOf = useUnits(line);
  const hints: Partial<Record<ThresholdName, string>> = { min: t.optional, max: t.optional, formula: t.formulaHint };
  const fields = THRESHOLDS[line.check.kind];
  if (fields.length === 0) return null;
  return (
    <fieldset>
      <legend>{t.thresholds}</legend>
      <div className={line.check.kind === "expression" ? undefined : "fd-pair"}>
        {fields.map(([name, as]) => {
          const typed = form[name] ?? "";
          const read = readThreshold(typed, as, language);
          const unit = unitOf(name);
          const hint = hints[name];
          return (
            <Field
              key={name}
              label={unit === null ? t.names[name] : t.unit(t.names[name], unit)}
              value={typed}
              {...(name === "formula" ? { rows: 3, max: 2000 } : {})}
              {...(hint === undefined ? {} : { hint })}
              error={read.ok ? null : typeof read.why === "string" ? t.bad[read.why] : text(read.why)}
              onChange={(value) => onChange({ ...form, [name]: value })}
            />
          );
        })}
      </div>
    </fieldset>
  );
}

/** In what a threshold is counted; null where it is a bare number. */
function useUnits({ check, display }: QualityRuleLine): (name: ThresholdName) => string | null {
  const t = useWords(ruleDialogWords);
  const text = useText();
  return (name) => {
    if (name === "floor" && check.kind === "change" && check.measure === "ratio") return t.percent;
    return name === "min" || name === "max" || name === "tolerance" || name === "floor" ? text(display.unit) : null;
  };
}
