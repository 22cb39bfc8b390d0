import { useId } from "react";
import { FieldError } from "./field-error.tsx";

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  /** What is wrong and what to write instead; null: nothing. */
  error?: string | null;
  rows?: number;
  max?: number;
  type?: "text" | "password";
  autoComplete?: string;
}

/** A labelled text field; its hint and what is wrong with it are read with it. */
export function Field(props: Props) {
  const { label, value, onChange, hint, error = null, rows, max, type = "text", autoComplete = "off" } = props;
  const id = useId();
  const shared = {
    value,
    maxLength: max,
    "aria-invalid": error === null ? undefined : true,
    "aria-describedby":
      [...(hint === undefined ? [] : [`${id}-hint`]), ...(error === null ? [] : [`${id}-error`])].join(" ") ||
      undefined,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  return (
    <div className="fd-field">
      <span>
        <label htmlFor={id}>{label}</label>
      </span>
      {rows === undefined ? (
        <input id={id} {...shared} type={type} autoComplete={autoComplete} />
      ) : (
        <textarea id={id} {...shared} rows={rows} />
      )}
      {hint === undefined ? null : (
        <p className="fd-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === null ? null : <FieldError id={`${id}-error`} text={error} />}
    </div>
  );
}
