import { useId } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { FieldError } from "../common/field-error.tsx";
import { SelectField } from "../common/select-field.tsx";
import { newRuleWords } from "./new-rule-words.ts";

interface Props {
  label: string;
  /** What all of them are called. */
  all: string;
  options: readonly { value: string; text: string }[];
  /** Null: all. */
  chosen: readonly string[] | null;
  tried: boolean;
  onChange: (chosen: readonly string[] | null) => void;
}

/** All of something, or some that are ticked. */
export function TickList({ label, all, options, chosen, tried, onChange }: Props) {
  const t = useWords(newRuleWords);
  if (options.length < 2) return null;
  return (
    <div className="qr-ticks">
      <SelectField
        label={label}
        value={chosen === null ? "all" : "some"}
        options={[
          { value: "all", text: all },
          { value: "some", text: t.some },
        ]}
        onChange={(value) => onChange(value === "all" ? null : [])}
      />
      {chosen === null ? null : (
        <Ticks
          label={label}
          options={options}
          chosen={chosen}
          error={tried && chosen.length === 0 ? t.someMissing : null}
          onChange={onChange}
        />
      )}
    </div>
  );
}

interface TicksProps extends Pick<Props, "label" | "options"> {
  chosen: readonly string[];
  error: string | null;
  onChange: (chosen: readonly string[]) => void;
}

/** Some of a list, ticked. */
export function Ticks({ label, options, chosen, error, onChange }: TicksProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={error === null ? undefined : id}>
      <legend className="vh">{label}</legend>
      <div className="fd-scroll fd-picker">
        {options.map(({ value, text }) => (
          <label key={value} className="fd-check">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, value] : chosen.filter((it) => it !== value))
              }
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      {error === null ? null : <FieldError id={id} text={error} />}
    </fieldset>
  );
}
