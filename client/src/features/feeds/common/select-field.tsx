import { useId } from "react";
import { FieldError } from "./field-error.tsx";

interface Props {
  label: string;
  value: string;
  options: readonly { value: string; text: string; disabled?: boolean }[];
  onChange: (value: string) => void;
  error?: string | null;
}

/** A labelled select of the browser. */
export function SelectField({ label, value, options, onChange, error = null }: Props) {
  const id = useId();
  return (
    <div className="fd-field">
      <span>
        <label htmlFor={id}>{label}</label>
      </span>
      <select
        id={id}
        value={value}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={error === null ? undefined : `${id}-error`}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.text}
          </option>
        ))}
      </select>
      {error === null ? null : <FieldError id={`${id}-error`} text={error} />}
    </div>
  );
}
