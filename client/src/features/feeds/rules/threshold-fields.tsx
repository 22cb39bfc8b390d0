import { numberInWords } from "@bochiso/shared/entry";
import type { QualityCheckKind } from "@bochiso/shared/quality";
import type { Text } from "@bochiso/shared/text";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { Field } from "../common/field.tsx";
import { ExpressionField } from "./expression-field.tsx";
import {
  plainly,
  type ReadThreshold,
  type RuleForm,
  readThreshold,
  THRESHOLDS,
  type ThresholdName,
} from "./model/rule-form.ts";
import { ruleDialogWords } from "./rule-dialog-words.ts";

/** What decides about the fields: the kind of rule, whether changes are ratios, in what figures are counted. */
interface Asked {
  readonly kind: QualityCheckKind;
  readonly isRatio: boolean;
  readonly unit: Text;
}

interface Props {
  asked: Asked;
  form: RuleForm;
  onChange: (form: RuleForm) => void;
  /** Whether fields that are still empty are at fault. */
  tried?: boolean;
}

/** A field for each threshold of the rule's kind; kinds without any have none. */
export function ThresholdFields({ asked, form, onChange, tried = true }: Props) {
  const t = useWords(ruleDialogWords);
  const text = useText();
  const language = useLanguage();
  const unitOf = useUnits(asked);
  const hints: Partial<Record<ThresholdName, string>> = { min: t.optional, max: t.optional };
  const fields = THRESHOLDS[asked.kind];
  const lacksBound = tried && asked.kind === "range" && fields.every(([name]) => (form[name] ?? "").trim() === "");
  const why = (read: ReadThreshold): string | null =>
    read.ok ? null : typeof read.why === "string" ? t.bad[read.why] : text(read.why);
  if (fields.length === 0) return null;
  return (
    <fieldset>
      <legend>{t.thresholds}</legend>
      <div className={asked.kind === "expression" ? undefined : "fd-pair"}>
        {fields.map(([name, as]) => {
          const typed = form[name] ?? "";
          const read = readThreshold(typed, as, language);
          const unit = unitOf(name);
          const hint = hints[name];
          const error = lacksBound ? t.bad.bound : typed === "" && !tried ? null : why(read);
          const change = (value: string) => onChange({ ...form, [name]: value });
          if (name === "formula") return <ExpressionField key={name} text={typed} error={error} onChange={change} />;
          return (
            <div key={name} className="qr-threshold">
              <Field
                label={unit === null ? t.names[name] : t.unit(t.names[name], unit)}
                value={typed}
                {...(hint === undefined ? {} : { hint })}
                error={error}
                onChange={change}
              />
              {read.ok ? null : <Readings typed={typed} readings={read.readings ?? []} onChoose={change} />}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Of a number with two meanings both are offered, as where figures are entered. */
function Readings({
  typed,
  readings,
  onChoose,
}: {
  typed: string;
  readings: readonly string[];
  onChoose: (reading: string) => void;
}) {
  const t = useWords(ruleDialogWords);
  const language = useLanguage();
  if (readings.length === 0) return null;
  return (
    <div className="fd-acts" role="group" aria-label={t.which(typed)}>
      {readings.map((reading) => (
        <button key={reading} type="button" className="btn" onClick={() => onChoose(plainly(reading))}>
          {numberInWords(reading, language) ?? reading}
        </button>
      ))}
    </div>
  );
}

/** In what a threshold is counted; null where it is a bare number. */
function useUnits({ kind, isRatio, unit }: Asked): (name: ThresholdName) => string | null {
  const t = useWords(ruleDialogWords);
  const text = useText();
  return (name) => {
    if (name === "floor" && kind === "change" && isRatio) return t.percent;
    return name === "min" || name === "max" || name === "tolerance" || name === "floor" ? text(unit) : null;
  };
}
