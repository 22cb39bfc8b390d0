interface Props<T extends string> {
  label: string;
  value: T | "";
  options: readonly { value: T | ""; text: string }[];
  onChange: (value: T | "") => void;
}

/** A labelled select of the browser: one tab stop, works the same on a phone. */
export function ChoiceBox<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <label className="choice-box">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
