import { useId } from "react";
import { FieldError } from "../../feeds/common/field-error.tsx";

interface Props {
  label: string;
  /** What is said where it was left open. */
  missing: string;
  checked: boolean;
  tried: boolean;
  onChange: (checked: boolean) => void;
}

/** A box without which nothing is saved. */
export function MustTick({ label, missing, checked, tried, onChange }: Props) {
  const id = useId();
  const isOpen = tried && !checked;
  return (
    <div>
      <p className="fe-check">
        <input
          id={id}
          type="checkbox"
          checked={checked}
          aria-invalid={isOpen ? true : undefined}
          aria-describedby={isOpen ? `${id}-error` : undefined}
          onChange={({ target }) => onChange(target.checked)}
        />
        <label htmlFor={id}>{label}</label>
      </p>
      {isOpen ? <FieldError id={`${id}-error`} text={missing} /> : null}
    </div>
  );
}
